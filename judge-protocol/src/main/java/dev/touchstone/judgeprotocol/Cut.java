package dev.touchstone.judgeprotocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what programs, compilers and validators can make as long as they like. The messages do it
 * when they are made: in the judge, so that nothing long is sent, and again where they are read, so
 * that nothing long is stored whatever a judge sends.
 */
final class Cut {
  private static final String MARK = "\n…";

  /** Of all feedback in a message; escaped in JSON it stays below what scores accepts. */
  static final int MOST_FEEDBACK = 4 << 20;

  private Cut() {}

  /** At most so many characters, and a mark if there were more. What is cut stays as it is. */
  static @Nullable String text(@Nullable String text, int longest) {
    if (text == null || text.length() <= longest + MARK.length()) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + MARK;
  }

  /** A text that is never null. */
  static String name(@Nullable String text, int longest) {
    String cut = text(text, longest);
    return cut == null ? "" : cut;
  }

  /** The tests, with the feedback of the first ones only if all of it is too much. */
  static List<TestResult> feedback(List<TestResult> tests) {
    long left = MOST_FEEDBACK;
    List<TestResult> cut = new ArrayList<>(tests.size());
    for (TestResult test : tests) {
      TestFeedback feedback = test.feedback();
      left -= feedback == null ? 0 : feedback.length();
      cut.add(left < 0 && feedback != null ? test.withoutFeedback() : test);
    }
    return List.copyOf(cut);
  }
}
