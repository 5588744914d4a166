package dev.touchstone.scores.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.ProgramFile;
import dev.touchstone.scores.view.TestView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission on the wire; the contract calls it {@code Submission}, or without tests and files
 * {@code SubmissionState}.
 *
 * @param tests left out in lists and event streams
 * @param files left out in lists and event streams
 */
record SubmissionView(
    long id,
    long exerciseId,
    int exerciseRevision,
    long userId,
    String username,
    int attemptNumber,
    String language,
    String status,
    @Nullable Verdict verdict,
    @Nullable Double points,
    double maxPoints,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    Instant submittedAt,
    @Nullable Instant judgedAt,
    @Nullable String compileOutput,
    @Nullable String feedbackMessage,
    int testsDone,
    @Nullable Integer testsTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TestView> tests,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ProgramFile> files) {
  /** Shows a submission without tests and files. */
  static SubmissionView brief(Submission submission, boolean mayReadErrors) {
    return of(submission, mayReadErrors, null, null);
  }

  /** Shows all of a submission. */
  static SubmissionView full(
      Submission submission,
      List<JudgedTest> tests,
      List<ProgramFile> files,
      boolean mayReadErrors) {
    return of(submission, mayReadErrors, TestView.of(tests), files);
  }

  private static SubmissionView of(
      Submission submission,
      boolean mayReadErrors,
      @Nullable List<TestView> tests,
      @Nullable List<ProgramFile> files) {
    JudgingState state = submission.state();
    return new SubmissionView(
        state.job().id(),
        state.exerciseId(),
        state.exerciseRevision(),
        state.userId(),
        submission.username(),
        submission.attemptNumber(),
        state.language(),
        state.status().wireName(),
        state.verdict(),
        submission.points(),
        submission.maxPoints(),
        state.timeMs(),
        state.memoryKib(),
        state.submittedAt(),
        state.judgedAt(),
        state.compileOutput(),
        state.message(mayReadErrors).orElse(null),
        submission.testsDone(),
        state.testsTotal(),
        tests,
        files);
  }
}
