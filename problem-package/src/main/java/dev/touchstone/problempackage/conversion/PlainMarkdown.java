package dev.touchstone.problempackage.conversion;

/** Text without markup as Markdown that shows it as it is. */
public final class PlainMarkdown {
  private PlainMarkdown() {}

  /** The text of a file: its lines stay lines, and empty lines separate paragraphs. */
  public static String of(String text) {
    StringBuilder markdown = new StringBuilder();
    boolean inParagraph = false;
    for (String line : text.lines().toList()) {
      String shown = line.strip();
      if (inParagraph) {
        markdown.append(shown.isEmpty() ? "\n\n" : "\\\n");
      }
      inParagraph = !shown.isEmpty();
      markdown.append(atStart(escaped(shown).replace("$", "\\$")));
    }
    return MarkdownSpacing.tidy(markdown.toString());
  }

  /** Characters that are markup anywhere get a backslash; dollars stay, for formulas. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\`*_[]<>&~|".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** A line that would begin a list, a heading or a rule begins with a backslash. */
  public static String atStart(String line) {
    if (line.isEmpty()) {
      return line;
    }
    if ("#+-=".indexOf(line.charAt(0)) >= 0) {
      return "\\" + line;
    }
    int digits = 0;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0 && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0;
    return numbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
  }
}
