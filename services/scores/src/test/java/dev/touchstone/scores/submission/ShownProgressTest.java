package dev.touchstone.scores.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShownProgressTest {
  @Test
  void growsWithTheTimeAndNeverSaysThatAllIsDone() {
    int before = ShownProgress.done(2, 20, Duration.ZERO);
    assertThat(before).isEqualTo(2);
    for (int seconds = 1; seconds < 3_600; seconds++) {
      int done = ShownProgress.done(2, 20, Duration.ofSeconds(seconds));
      assertThat(done).isBetween(before, 19);
      before = done;
    }
    assertThat(before).isEqualTo(19);
    assertThat(ShownProgress.done(2, 20, Duration.ofSeconds(9))).isBetween(8, 12);
  }

  @Test
  void changesAtWholeSecondsOnly() {
    assertThat(ShownProgress.done(0, 100_000, Duration.ofMillis(3_999)))
        .isEqualTo(ShownProgress.done(0, 100_000, Duration.ofMillis(3_000)))
        .isLessThan(ShownProgress.done(0, 100_000, Duration.ofMillis(4_000)));
  }

  @Test
  void countsOnlySamplesWhereThereIsNothingElse() {
    assertThat(ShownProgress.done(3, 3, Duration.ofSeconds(9))).isEqualTo(3);
    assertThat(ShownProgress.done(3, 0, Duration.ofSeconds(-9))).isEqualTo(3);
  }
}
