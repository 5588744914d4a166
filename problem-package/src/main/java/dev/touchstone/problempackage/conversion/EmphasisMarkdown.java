package dev.touchstone.problempackage.conversion;

/** Marks around a text, such as those of bold text. */
public final class EmphasisMarkdown {
  private EmphasisMarkdown() {}

  /** Marks must touch the text, so blanks and breaks move out; each paragraph has its own. */
  public static String around(String mark, String text) {
    StringBuilder marked = new StringBuilder();
    String[] paragraphs = text.split("\n\n", -1);
    for (int i = 0; i < paragraphs.length; i++) {
      String paragraph = paragraphs[i];
      int start = 0;
      while (start < paragraph.length() && isBlank(paragraph.charAt(start))) {
        start++;
      }
      int end = paragraph.length();
      while (end > start && isBlank(paragraph.charAt(end - 1))) {
        end--;
      }
      marked.append(i > 0 ? "\n\n" : "").append(paragraph, 0, start);
      if (end > start) {
        marked.append(mark).append(paragraph, start, end).append(mark);
      }
      marked.append(paragraph, end, paragraph.length());
    }
    return marked.toString();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == HardBreaks.MARK.charAt(0);
  }
}
