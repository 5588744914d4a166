package dev.touchstone.problempackage.conversion;

/** Line breaks within paragraphs, which are only known to be some when all text is there. */
public final class HardBreaks {
  /** Ends a line within a paragraph; at the end of one it would be a backslash. */
  public static final String MARK = "\uE000";

  private HardBreaks() {}

  /** The text with Markdown's own line breaks, where a line follows in the same paragraph. */
  public static String resolved(String markdown) {
    StringBuilder result = new StringBuilder(markdown.length());
    int start = 0;
    while (true) {
      int found = markdown.indexOf(MARK, start);
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
}
