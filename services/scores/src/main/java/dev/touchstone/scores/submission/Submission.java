package dev.touchstone.scores.submission;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Status;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A submission without its program and tests.
 *
 * @param points what the learner won; null until it is judged
 * @param maxPoints what the exercise is worth
 */
record Submission(
    @Nested JudgingState state,
    String username,
    int attemptNumber,
    @ColumnName("score_points") @Nullable Double points,
    @ColumnName("exercise_points") double maxPoints,
    int testsDone) {
  /** Drops points that are being replaced. */
  Submission {
    if (state.status() != Status.JUDGED) {
      points = null;
    }
  }

  Submission asQueued() {
    return new Submission(state.asQueued(), username, attemptNumber, null, maxPoints, 0);
  }
}
