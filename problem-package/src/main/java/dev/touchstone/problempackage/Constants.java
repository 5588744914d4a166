package dev.touchstone.problempackage;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
  /** In bytes; a source with the values of its constants. */
  public static final int LARGEST_SOURCE = 4 << 20;

  private static final Pattern SEQUENCE =
      Pattern.compile("\\{\\{([a-zA-Z_][a-zA-Z0-9_]*(?:\\.[a-zA-Z_][a-zA-Z0-9_]*)?)\\}\\}");

  public Constants {
    values = Map.copyOf(values);
  }

  /** A source in any encoding that contains ASCII, bounded like {@link #replaceIn}. */
  public byte[] replaceInSource(byte[] source, int longest) {
    if (values.isEmpty()) {
      return source;
    }
    Map<String, String> bytes = new HashMap<>();
    values.forEach(
        (name, value) -> bytes.put(name, asBytes(value.getBytes(StandardCharsets.UTF_8))));
    return new Constants(bytes)
        .replaceIn(asBytes(source), longest)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String asBytes(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
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
