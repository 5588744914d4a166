package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a learner sees of a test, as far as its author allows; texts are cut at {@link #LONGEST}
 * characters.
 *
 * @param message in words what differs
 * @param input what the program read
 * @param expected the author's answer
 * @param actual what the program wrote
 * @param stderr what the program wrote to standard error
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TestFeedback(
    @Nullable String message,
    @Nullable String input,
    @Nullable String expected,
    @Nullable String actual,
    @Nullable String stderr) {
  /** Where texts are cut, in characters. */
  public static final int LONGEST = 4096;

  /** Cuts the texts. */
  public TestFeedback {
    message = Cut.text(message, LONGEST);
    input = Cut.text(input, LONGEST);
    expected = Cut.text(expected, LONGEST);
    actual = Cut.text(actual, LONGEST);
    stderr = Cut.text(stderr, LONGEST);
  }

  /** All texts together. */
  int length() {
    return Stream.of(message, input, expected, actual, stderr)
        .flatMap(Stream::ofNullable)
        .mapToInt(String::length)
        .sum();
  }
}
