package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.HardBreaks;
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
        || text.charAt(text.length() - 1) == HardBreaks.MARK.charAt(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
