package dev.touchstone.scores.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Completions completions = new Completions(registry);

  @Test
  void theNumberOfLabelsIsBounded() {
    int exercises = 3 * Completions.MOST_EXERCISES;
    for (int round = 1; round <= 2; round++) {
      for (long exercise = 1; exercise <= exercises; exercise++) {
        completions.count(exercise, true);
      }
    }
    assertThat(registry.getMeters()).hasSize(Completions.MOST_EXERCISES + 1);
    assertThat(registry.get("scores.completions").tag("exercise", "1").counter().count())
        .isEqualTo(2);
    assertThat(registry.get("scores.completions").tag("exercise", "others").counter().count())
        .isEqualTo(2.0 * (exercises - Completions.MOST_EXERCISES));
  }
}
