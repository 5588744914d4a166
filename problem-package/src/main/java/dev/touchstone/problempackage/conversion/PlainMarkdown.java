package dev.touchstone.problempackage.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text without markup as Markdown that shows it as it is. */
public final class PlainMarkdown {
  private static final Pattern DISTANCE = Pattern.compile("(?<![.!?: ])  |   ");

  private PlainMarkdown() {}

  /**
   * The text of a file: its lines stay lines, and empty lines separate paragraphs. One whose lines
   * are indented or aligned becomes program text, the only one in which blanks keep their width.
   */
  public static String of(String text) {
    StringBuilder markdown = new StringBuilder();
    List<String> paragraph = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        paragraph(paragraph, markdown);
        paragraph.clear();
      } else {
        paragraph.add(line);
      }
    }
    paragraph(paragraph, markdown);
    return markdown.toString().strip() + "\n";
  }

  private static void paragraph(List<String> lines, StringBuilder markdown) {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.stream().anyMatch(PlainMarkdown::needsItsBlanks)) {
      String code = String.join("\n", lines);
      markdown.append("\n\n").append(CodeMarkdown.block(code).strip());
      return;
    }
    markdown.append("\n\n");
    for (int i = 0; i < lines.size(); i++) {
      String shown = escaped(lines.get(i).strip()).replace("$", "\\$");
      markdown.append(i > 0 ? "\\\n" : "").append(atStart(shown));
    }
  }

  private static boolean needsItsBlanks(String line) {
    String text = line.stripTrailing();
    // Two blanks after a sentence are a habit of typists.
    return Character.isWhitespace(text.charAt(0))
        || text.indexOf('\t') >= 0
        || DISTANCE.matcher(text).find();
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
