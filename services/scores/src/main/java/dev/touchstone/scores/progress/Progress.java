package dev.touchstone.scores.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a learner has achieved, on the wire. */
record Progress(int solved, int attempted, double points, List<ExerciseProgress> items) {
  /** Copies the list. */
  Progress {
    items = List.copyOf(items);
  }

  /**
   * One exercise.
   *
   * @param bestScore null until an attempt is judged
   * @param bestStatus the verdict of the attempt that gave the best score
   */
  record ExerciseProgress(
      long exerciseId,
      Instant firstAttempt,
      Instant lastAttempt,
      int totalAttempts,
      @Nullable Double bestScore,
      @Nullable String bestStatus) {}
}
