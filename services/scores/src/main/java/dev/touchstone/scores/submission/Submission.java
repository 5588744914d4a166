package dev.touchstone.scores.submission;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.SubmissionData;
import org.jspecify.annotations.Nullable;

/**
 * A submission.
 *
 * @param points what the learner won; null until it is judged
 * @param maxPoints what the exercise is worth
 */
record Submission(
    JudgingState state,
    String username,
    int attemptNumber,
    @Nullable Double points,
    double maxPoints,
    int testsDone,
    SubmissionData data) {
  Submission asQueued() {
    return new Submission(state.asQueued(), username, attemptNumber, null, maxPoints, 0, data);
  }
}
