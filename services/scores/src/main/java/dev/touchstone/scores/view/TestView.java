package dev.touchstone.scores.view;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.JudgedTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test in responses and events; the contract calls it {@code Test}. */
public record TestView(
    int index,
    String name,
    @Nullable String group,
    boolean sample,
    Verdict verdict,
    @Nullable Double points,
    @Nullable Long timeMs,
    @Nullable Long wallMs,
    @Nullable Long memoryKib,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable FeedbackView feedback) {
  /** What the author lets the learner see. */
  public record FeedbackView(
      @Nullable String message,
      @Nullable String input,
      @Nullable String expected,
      @Nullable String actual,
      @Nullable String stderr) {
    private static @Nullable FeedbackView of(JudgedTest.@Nullable Feedback stored) {
      return stored == null
          ? null
          : new FeedbackView(
              stored.message(),
              stored.input(),
              stored.expected(),
              stored.actual(),
              stored.stderr());
    }
  }

  /** Shows one test. */
  public static TestView of(JudgedTest stored) {
    return new TestView(
        stored.index(),
        stored.name(),
        stored.group(),
        stored.sample(),
        stored.verdict(),
        stored.points(),
        stored.timeMs(),
        stored.wallMs(),
        stored.memoryKib(),
        stored.exitCode(),
        stored.signal(),
        FeedbackView.of(stored.feedback()));
  }

  /** Shows several tests. */
  public static List<TestView> of(List<JudgedTest> stored) {
    return stored.stream().map(TestView::of).toList();
  }
}
