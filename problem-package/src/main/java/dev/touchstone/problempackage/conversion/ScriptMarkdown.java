package dev.touchstone.problempackage.conversion;

import java.util.Optional;
import java.util.regex.Pattern;

/** Raised and lowered text, which Markdown has only in formulas. */
public final class ScriptMarkdown {
  /** What means the same in a formula. */
  private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9+\\-*/=,.()' ]{1,40}");

  private ScriptMarkdown() {}

  /**
   * A short text as a formula.
   *
   * @param mark <code>^</code> for raised text, <code>_</code> for lowered text
   */
  public static Optional<String> formula(char mark, String text) {
    String line = text.strip();
    return SHORT.matcher(line).matches()
        ? Optional.of("$" + mark + "{" + line + "}$")
        : Optional.empty();
  }

  /** Any other text in brackets, so that it does not become a part of the word before it. */
  public static String words(char mark, String markdown) {
    return markdown.isBlank() ? "" : (mark == '_' ? "\\_" : "^") + "(" + markdown + ")";
  }
}
