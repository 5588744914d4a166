package dev.touchstone.scores.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneOrderTest {
  private final LaneOrder order = new LaneOrder();

  @Test
  void aSubmissionComesFirstAfterThreeRuns() {
    int submissions = 0;
    for (int lease = 1; lease <= 800; lease++) {
      int first = order.submissionsFirst(1);
      submissions += first;
      order.given(1 - first, first);
      assertThat(submissions).isEqualTo(lease / 4);
    }
  }

  @Test
  void manyLeasesAtOnceAreSharedInTheSameWay() {
    assertThat(order.submissionsFirst(100)).isEqualTo(25);
    order.given(77, 23);
    assertThat(order.submissionsFirst(101)).isEqualTo(26);
  }

  @Test
  void aRunComesFirstHoweverManySubmissionsWereGiven() {
    for (int lease = 0; lease < 20; lease++) {
      order.given(0, 1);
      assertThat(order.submissionsFirst(1)).isZero();
    }
  }

  @Test
  void aTurnIsNotUsedUpByALookThatFoundNothing() {
    order.given(3, 0);
    assertThat(order.submissionsFirst(1)).isEqualTo(1);
    order.given(0, 0);
    assertThat(order.submissionsFirst(1)).isEqualTo(1);
  }
}
