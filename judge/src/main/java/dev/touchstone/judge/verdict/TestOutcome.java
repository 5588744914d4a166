package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judgeprotocol.TestFeedback;
import dev.touchstone.judgeprotocol.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one test.
 *
 * @param execution the run that counts: the one that failed, or of several the most costly
 * @param report what the validator found; null where the run itself decided
 * @param feedback what the author lets the learner see, null for nothing
 */
record TestOutcome(
    Verdict verdict,
    Execution execution,
    @Nullable ValidatorReport report,
    @Nullable TestFeedback feedback) {
  boolean accepted() {
    return verdict == Verdict.AC;
  }

  String judgeMessage() {
    return report == null ? "" : report.judgeMessage();
  }
}
