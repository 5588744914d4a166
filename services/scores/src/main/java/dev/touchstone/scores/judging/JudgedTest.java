package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.TestFeedback;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platformdata.database.StorableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one test as it is stored, in JSON. Rows of earlier versions stay readable: a field
 * may be added if it may be null, and none may be renamed.
 *
 * @param index from 1
 * @param points what the test's group is worth in the package if this test completes it, else 0
 * @param timeMs CPU time in milliseconds
 * @param wallMs time on the clock in milliseconds
 * @param memoryKib the most memory in use at once, in KiB
 */
public record JudgedTest(
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
    @Nullable Feedback feedback) {
  /** What the author lets a learner see of a test; the judge has cut it to that. */
  public record Feedback(
      @Nullable String message,
      @Nullable String input,
      @Nullable String expected,
      @Nullable String actual,
      @Nullable String stderr) {
    /** A program's output may contain anything, so it passes through {@link StorableText}. */
    static @Nullable Feedback of(@Nullable TestFeedback reported) {
      return reported == null
          ? null
          : new Feedback(
              StorableText.of(reported.message()),
              StorableText.of(reported.input()),
              StorableText.of(reported.expected()),
              StorableText.of(reported.actual()),
              StorableText.of(reported.stderr()));
    }
  }

  /** Takes over what a judge reports. */
  public static JudgedTest of(TestResult reported) {
    return new JudgedTest(
        reported.index(),
        Objects.requireNonNullElse(StorableText.of(reported.name()), ""),
        StorableText.of(reported.group()),
        reported.sample(),
        reported.verdict(),
        reported.points(),
        reported.timeMs(),
        reported.wallMs(),
        reported.memoryKib(),
        reported.exitCode(),
        reported.signal(),
        Feedback.of(reported.feedback()));
  }
}
