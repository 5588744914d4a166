package dev.touchstone.problempackage;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constants of a package: {@code {{name}}} in sources, statements and settings stands for a
 * value, {@code {{name.variant}}} for another way to write it; other names stay unchanged.
 *
 * @param values by name, variants by both names with a dot between
 */
public record Constants(Map<String, String> values) {
  private static final Pattern SEQUENCE =
      Pattern.compile("\\{\\{([a-zA-Z_][a-zA-Z0-9_]*(?:\\.[a-zA-Z_][a-zA-Z0-9_]*)?)\\}\\}");

  public Constants {
    values = Map.copyOf(values);
  }

  /** The text with all constants replaced by their values. */
  public String replaceIn(String text) {
    return replaceIn(text, Integer.MAX_VALUE);
  }

  /**
   * The text with all constants replaced by their values, as far as it does not become much longer
   * than allowed: a long value that occurs often makes a text of any length.
   *
   * @param longest in characters; the caller refuses what is longer
   */
  public String replaceIn(String text, int longest) {
    if (values.isEmpty()) {
      return text;
    }
    Matcher sequence = SEQUENCE.matcher(text);
    StringBuilder replaced = new StringBuilder(text.length());
    while (replaced.length() <= longest && sequence.find()) {
      String value = values.getOrDefault(sequence.group(1), sequence.group());
      sequence.appendReplacement(replaced, Matcher.quoteReplacement(value));
    }
    return sequence.appendTail(replaced).toString();
  }
}
