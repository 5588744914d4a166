package dev.touchstone.problempackage.conversion;

/** Program text in Markdown, whatever characters it contains. */
public final class CodeMarkdown {
  private CodeMarkdown() {}

  /** Within a line. */
  public static String inline(String text) {
    String line = text.replace('\n', ' ');
    if (line.isBlank()) {
      return line;
    }
    String fence = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`");
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** A paragraph of its own. */
  public static String block(String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return "\n\n" + fence + "\n" + withoutBlankEnds(text) + "\n" + fence + "\n\n";
  }

  private static String withoutBlankEnds(String text) {
    String ended = text.stripTrailing();
    int start = 0;
    for (int i = 0; i < ended.length() && Character.isWhitespace(ended.charAt(i)); i++) {
      if (ended.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return ended.substring(start);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
