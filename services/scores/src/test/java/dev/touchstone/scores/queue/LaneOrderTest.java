package dev.touchstone.scores.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaneOrderTest {
  @Test
  void oneOfFourLeasesChecksSubmissionsFirstHoweverManyAreGivenAtOnce() {
    LaneOrder order = new LaneOrder();
    int leases = 0;
    int submissions = 0;
    for (int next : List.of(1, 1, 1, 1, 3, 6, 100, 2, 1)) {
      submissions += order.submissionsFirst(next);
      leases += next;
      order.given(next);
      assertThat(submissions).isEqualTo(leases / 4);
    }
  }

  @Test
  void aTurnIsNotUsedUpByALookThatFoundNothing() {
    LaneOrder order = new LaneOrder();
    order.given(3);
    assertThat(order.submissionsFirst(1)).isEqualTo(1);
    order.given(0);
    assertThat(order.submissionsFirst(1)).isEqualTo(1);
  }
}
