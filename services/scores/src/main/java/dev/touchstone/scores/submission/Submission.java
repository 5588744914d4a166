package dev.touchstone.scores.submission;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Status;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A submission without its program and tests.
 *
 * @param points what the learner won; null until it is judged
 * @param maxPoints what the exercise is worth
 * @param judgingSince when its last lease began; null if none has
 */
record Submission(
    @Nested JudgingState state,
    String username,
    int attemptNumber,
    @ColumnName("score_points") @Nullable Double points,
    @ColumnName("exercise_points") double maxPoints,
    int testsDone,
    @Nullable Instant judgingSince) {
  /** Drops points that are being replaced. */
  Submission {
    if (state.status() != Status.JUDGED) {
      points = null;
    }
  }

  /** What it shows at a time: see {@link ShownProgress}. */
  Submission seenAt(Instant now) {
    Integer total = state.testsTotal();
    if (state.status() != Status.JUDGING || total == null || judgingSince == null) {
      return this;
    }
    int done = ShownProgress.done(testsDone, total, Duration.between(judgingSince, now));
    return new Submission(state, username, attemptNumber, points, maxPoints, done, judgingSince);
  }

  Submission asQueued() {
    return new Submission(state.asQueued(), username, attemptNumber, null, maxPoints, 0, null);
  }
}
