package dev.touchstone.problempackage.conversion.latex;

import java.util.List;
import java.util.Map;

/** Markdown that grows, and in which plain text stays plain. */
final class MarkdownText {
  /** Characters that keyboards lack and LaTeX writes with several others; longer ones first. */
  private static final List<Map.Entry<String, String>> TYPESETTING =
      List.of(
          Map.entry("---", "—"),
          Map.entry("--", "–"),
          Map.entry("``", "“"),
          Map.entry("''", "”"),
          Map.entry("<<", "«"),
          Map.entry(">>", "»"),
          Map.entry("~", "\u00a0"),
          Map.entry("`", "‘"));

  private final StringBuilder text = new StringBuilder();

  /** Adds Markdown. */
  void raw(String markdown) {
    text.append(markdown);
  }

  /** Adds a paragraph of its own. */
  void block(String markdown) {
    text.append(markdown);
  }

  /** Adds a heading, unless it has just been added. */
  void heading(String title) {
    String heading = "### " + title;
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end - heading.length();
    boolean repeated = start >= 0 && text.substring(start, end).equals(heading);
    if (!title.isEmpty() && !repeated) {
      text.append("\n\n").append(heading).append("\n\n");
    }
  }

  /** Adds a formula; a digit right behind it would make the first dollar money. */
  void formula(String formula, char next) {
    text.append(formula);
    if (!formula.isEmpty() && Character.isDigit(next)) {
      text.append('\u2060');
    }
  }

  /** Takes the next character or the next few. */
  void typeset(LatexSource source) {
    for (Map.Entry<String, String> entry : TYPESETTING) {
      if (source.skip(entry.getKey())) {
        text.append(entry.getValue());
        return;
      }
    }
    boolean lineStart = atLineStart();
    char next = source.next();
    switch (next) {
      case '{', '}' -> {}
      case '*', '_', '#', '<', '[', ']', '|' -> text.append('\\').append(next);
      // Four spaces would begin program text.
      case ' ', '\t' -> text.append(lineStart ? "" : String.valueOf(next));
      case '+', '-', '=', '>' -> text.append(lineStart ? "\\" : "").append(next);
      default -> {
        text.append(next);
        if (lineStart && Character.isDigit(next)) {
          numberAtLineStart(source);
        }
      }
    }
  }

  /** A number with a dot or bracket would begin a list. */
  private void numberAtLineStart(LatexSource source) {
    while (Character.isDigit(source.peek()) && !source.atEnd()) {
      text.append(source.next());
    }
    if (source.peek() == '.' || source.peek() == ')') {
      text.append('\\').append(source.next());
    }
  }

  private boolean atLineStart() {
    return text.isEmpty()
        || text.charAt(text.length() - 1) == '\n'
        || text.charAt(text.length() - 1) == LatexWords.HARD_BREAK.charAt(0);
  }

  /** The text with Markdown's own line breaks, where a line follows in the same paragraph. */
  static String withBreaks(String markdown) {
    StringBuilder result = new StringBuilder(markdown.length());
    int start = 0;
    while (true) {
      int found = markdown.indexOf(LatexWords.HARD_BREAK, start);
      if (found < 0) {
        return result.append(markdown, start, markdown.length()).toString();
      }
      result.append(markdown, start, found);
      int next = found + 1;
      while (next < markdown.length() && " \t".indexOf(markdown.charAt(next)) >= 0) {
        next++;
      }
      boolean ends = next == markdown.length() || markdown.charAt(next) == '\n';
      start = ends ? lineEnd(markdown, next, result) : next;
      if (!ends) {
        result.append(isBlank(result) ? "" : "\\\n");
      }
    }
  }

  /** A break at the end of a source line, or at the end of a paragraph, where it is nothing. */
  private static int lineEnd(String markdown, int next, StringBuilder result) {
    boolean paragraphEnds =
        next >= markdown.length() - 1 || markdown.charAt(next + 1) == '\n' || isBlank(result);
    if (paragraphEnds) {
      return next;
    }
    result.append("\\");
    return next;
  }

  private static boolean isBlank(StringBuilder result) {
    return result.isEmpty() || result.charAt(result.length() - 1) == '\n';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
