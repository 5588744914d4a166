package dev.touchstone.scores.judging;

import dev.touchstone.platformdata.database.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What the author lets a learner see of a test; the judge has cut it to that. A program's output
 * may hold anything, hence {@link StorableText}.
 */
public record TestFeedback(
    @Nullable String message,
    @Nullable String input,
    @Nullable String expected,
    @Nullable String actual,
    @Nullable String stderr) {
  /** Makes the texts storable. */
  public TestFeedback {
    message = StorableText.of(message);
    input = StorableText.of(input);
    expected = StorableText.of(expected);
    actual = StorableText.of(actual);
    stderr = StorableText.of(stderr);
  }
}
