package dev.touchstone.scores.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.view.OutputView;
import dev.touchstone.scores.view.TestView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run on the wire; the contract calls it {@code Run}, or without tests {@code RunState}.
 *
 * @param tests left out in event streams, where they arrive one by one
 */
record RunView(
    long id,
    long exerciseId,
    int exerciseRevision,
    long userId,
    String language,
    String status,
    @Nullable Verdict verdict,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    Instant submittedAt,
    @Nullable Instant judgedAt,
    @Nullable String compileOutput,
    @Nullable String feedbackMessage,
    @Nullable Integer testsTotal,
    @Nullable OutputView output,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TestView> tests) {
  /** Shows a run, with tests or without. */
  static RunView of(Run run, @Nullable List<JudgedTest> tests) {
    JudgingState state = run.state();
    return new RunView(
        state.job().id(),
        state.exerciseId(),
        state.exerciseRevision(),
        state.userId(),
        state.language(),
        state.status().wireName(),
        state.verdict(),
        state.timeMs(),
        state.memoryKib(),
        state.submittedAt(),
        state.judgedAt(),
        state.compileOutput(),
        state.feedbackMessage(),
        state.testsTotal(),
        OutputView.of(run.output()),
        tests == null ? null : TestView.of(tests));
  }
}
