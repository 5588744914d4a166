package dev.touchstone.problempackage.conversion;

import java.util.List;

/**
 * A statement as Markdown.
 *
 * @param remarks what its author should know, such as commands that are not understood
 */
public record ConvertedText(String markdown, List<Remark> remarks) {
  public ConvertedText {
    remarks = List.copyOf(remarks);
  }

  /**
   * Something that is not shown as its author means it.
   *
   * @param line from 1
   */
  public record Remark(int line, String message) {}
}
