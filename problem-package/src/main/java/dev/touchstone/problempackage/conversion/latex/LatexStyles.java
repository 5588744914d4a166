package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.EmphasisMarkdown;
import java.util.Map;
import java.util.Set;

/** Commands that change how their argument looks, and environments that hardly do. */
final class LatexStyles {
  /** The text before and after the argument of a command; a back quote for program text. */
  private static final Map<String, String> AROUND =
      Map.ofEntries(
          Map.entry("textbf", "**"),
          Map.entry("bf", "**"),
          Map.entry("bfseries", "**"),
          Map.entry("textit", "*"),
          Map.entry("it", "*"),
          Map.entry("itshape", "*"),
          Map.entry("em", "*"),
          Map.entry("emph", "*"),
          Map.entry("textsl", "*"),
          Map.entry("sl", "*"),
          Map.entry("texttt", "`"),
          Map.entry("t", "`"),
          Map.entry("tt", "`"),
          Map.entry("ttfamily", "`"),
          Map.entry("code", "`"),
          Map.entry("sout", "~~"));

  /** Environments whose content is shown, and how many arguments they take. */
  private static final Map<String, Integer> ENVIRONMENTS =
      Map.ofEntries(
          Map.entry("document", 0),
          Map.entry("center", 0),
          Map.entry("flushleft", 0),
          Map.entry("flushright", 0),
          Map.entry("figure", 0),
          Map.entry("figure*", 0),
          Map.entry("table", 0),
          Map.entry("table*", 0),
          Map.entry("wrapfigure", 2),
          Map.entry("wraptable", 2),
          Map.entry("subfigure", 1),
          Map.entry("minipage", 1),
          Map.entry("multicols", 1),
          Map.entry("problem", 5),
          Map.entry("adjustbox", 1),
          Map.entry("small", 0),
          Map.entry("footnotesize", 0),
          Map.entry("large", 0),
          Map.entry("abstract", 0),
          Map.entry("frame", 0));

  private static final Set<String> SPACE_MATTERS = Set.of("**", "*", "~~");

  private LatexStyles() {}

  static boolean has(String command) {
    return AROUND.containsKey(command);
  }

  static boolean isCode(String command) {
    return "`".equals(AROUND.get(command));
  }

  /** A converted text with the marks of a command; marks must touch the text. */
  static String around(String command, String text) {
    String mark = AROUND.getOrDefault(command, "");
    if (text.isBlank() || !SPACE_MATTERS.contains(mark)) {
      return text;
    }
    return EmphasisMarkdown.around(mark, text);
  }

  /** How many arguments an environment takes; -1 if it is unknown. */
  static int environmentArguments(String name) {
    return ENVIRONMENTS.getOrDefault(name, -1);
  }
}
