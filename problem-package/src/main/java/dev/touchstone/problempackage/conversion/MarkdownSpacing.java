package dev.touchstone.problempackage.conversion;

/** The white space between the lines of converted statements. */
public final class MarkdownSpacing {
  private MarkdownSpacing() {}

  /**
   * Removes white space at the ends of lines, and every empty line after the first of several.
   * Reads the text once: a regular expression for this starts again at every blank of a long run.
   */
  public static String tidy(String markdown) {
    StringBuilder tidy = new StringBuilder(markdown.length());
    int breaks = 0;
    for (int start = 0; start <= markdown.length(); ) {
      int end = markdown.indexOf('\n', start);
      String line = markdown.substring(start, end < 0 ? markdown.length() : end);
      int length = lengthWithoutBlanks(line);
      if (length > 0) {
        tidy.repeat('\n', Math.min(breaks, 2)).append(line, 0, length);
        breaks = 0;
      }
      breaks++;
      start = end < 0 ? markdown.length() + 1 : end + 1;
    }
    return tidy.toString().strip() + "\n";
  }

  private static int lengthWithoutBlanks(String line) {
    int length = line.length();
    while (length > 0 && (line.charAt(length - 1) == ' ' || line.charAt(length - 1) == '\t')) {
      length--;
    }
    return length;
  }
}
