package dev.touchstone.scores.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.view.TestView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check on the wire; the contract calls it {@code Check}, or without tests {@code CheckState}.
 *
 * @param draftId the draft that is checked
 * @param draftVersion its version
 * @param verdict AC if every submission got its verdict
 * @param tests left out in event streams, where they arrive one by one
 */
record CheckView(
    long id,
    long draftId,
    int draftVersion,
    long userId,
    String status,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Verdict verdict,
    Instant submittedAt,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant judgedAt,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String message,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer testsTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TestView> tests) {
  static CheckView of(JudgingState state, @Nullable List<JudgedTest> tests) {
    return new CheckView(
        state.job().id(),
        -state.exerciseId(),
        state.exerciseRevision(),
        state.userId(),
        state.status().wireName(),
        state.verdict(),
        state.submittedAt(),
        state.judgedAt(),
        state.message(true).orElse(null), // authors may read why judging failed
        state.testsTotal(),
        tests == null ? null : TestView.of(tests));
  }
}
