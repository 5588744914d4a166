package dev.touchstone.problempackage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a learner sees of a test; each level includes the ones before it. */
public enum Feedback {
  /** Nothing: only the verdict of the whole submission. */
  NONE,
  /** The verdict of the test. */
  VERDICT,
  /** The verdict, input, expected and actual output. */
  DIFFERENCE;

  /** Reads the word of {@code touchstone.yaml}. */
  public static Optional<Feedback> of(String text) {
    return Arrays.stream(values())
        .filter(feedback -> feedback.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
