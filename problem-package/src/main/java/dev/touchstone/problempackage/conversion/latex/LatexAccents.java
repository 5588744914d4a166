package dev.touchstone.problempackage.conversion.latex;

import java.text.Normalizer;
import java.util.Map;

/** Letters with marks, such as {@code \'e}. */
final class LatexAccents {
  /** The combining characters of Unicode. */
  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("'", "\u0301"),
          Map.entry("`", "\u0300"),
          Map.entry("^", "\u0302"),
          Map.entry("\"", "\u0308"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry(".", "\u0307"),
          Map.entry("u", "\u0306"),
          Map.entry("v", "\u030c"),
          Map.entry("H", "\u030b"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"),
          Map.entry("d", "\u0323"),
          Map.entry("b", "\u0331"),
          Map.entry("r", "\u030a"),
          Map.entry("h", "\u0309"));

  private LatexAccents() {}

  /** Whether a command puts a mark on what follows. */
  static boolean has(String command) {
    return MARKS.containsKey(command);
  }

  /** A letter with the mark of a command. */
  static String on(String command, String letter) {
    if (letter.isEmpty()) {
      return command.length() == 1 && !Character.isLetter(command.charAt(0)) ? command : "";
    }
    String dotted = letter.replace('ı', 'i').replace('ȷ', 'j');
    int end = dotted.offsetByCodePoints(0, 1);
    return Normalizer.normalize(
            dotted.substring(0, end) + MARKS.getOrDefault(command, ""), Normalizer.Form.NFC)
        + dotted.substring(end);
  }
}
