package dev.touchstone.scores.results;

import dev.touchstone.scores.progress.ExerciseProgress;
import java.util.List;

/**
 * A row of the table, on the wire; the contract calls it {@code LearnerResults}.
 *
 * @param attempts submissions to the exercises
 * @param exercises those that the learner attempted, by id
 */
record LearnerResults(
    long userId,
    String username,
    double points,
    int solved,
    int attempts,
    List<ExerciseProgress> exercises) {
  /** Copies the list. */
  LearnerResults {
    exercises = List.copyOf(exercises);
  }

  static LearnerResults of(LearnerTotals totals, List<ExerciseProgress> exercises) {
    return new LearnerResults(
        totals.userId(),
        totals.username(),
        totals.points().doubleValue(),
        totals.solved(),
        exercises.stream().mapToInt(ExerciseProgress::totalAttempts).sum(),
        exercises);
  }
}
