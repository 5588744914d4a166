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
    if (values.isEmpty()) {
      return text;
    }
    return SEQUENCE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
