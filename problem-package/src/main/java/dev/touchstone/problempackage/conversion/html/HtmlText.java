package dev.touchstone.problempackage.conversion.html;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.HardBreaks;
import dev.touchstone.problempackage.conversion.PlainMarkdown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown that grows to a limited length, and in which the text of a page stays plain. */
final class HtmlText {
  /** In characters, as long as a statement in Markdown may be. */
  private static final int LONGEST = 1 << 20;

  /** Between a formula and what would make its dollar another one's. */
  private static final char JOINER = '\u2060';

  /** Polygon writes three dollars around a formula, six around a displayed one. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$\\$\\$\\$\\$\\$([^$]++)\\$\\$\\$\\$\\$\\$|\\$\\$\\$([^$]++)\\$\\$\\$|\\$\\$([^$]++)\\$\\$");

  private final boolean beginsLine;
  private final StringBuilder markdown = new StringBuilder();

  /**
   * Starts a text.
   *
   * @param beginsLine whether its beginning could be read as that of a list or heading
   */
  HtmlText(boolean beginsLine) {
    this.beginsLine = beginsLine;
  }

  /** Adds Markdown. */
  void raw(String text) throws ConversionException {
    if (markdown.length() + text.length() > LONGEST) {
      throw new ConversionException(
          "is longer than " + LONGEST / 1024 + " Ki characters as Markdown");
    }
    markdown.append(text);
  }

  /** Adds Markdown with empty lines around it. */
  void block(String text) throws ConversionException {
    raw("\n\n");
    raw(text);
    raw("\n\n");
  }

  /** Adds a text, in which formulas stand between dollars. */
  void text(String text) throws ConversionException {
    Matcher formula = FORMULA.matcher(text);
    int start = 0;
    while (formula.find()) {
      plain(text.substring(start, formula.start()));
      boolean displayed = formula.group(2) == null;
      String tex = formula.group().replace("$", "");
      formula(displayed ? "$$" + tex + "$$" : "$" + tex + "$");
      start = formula.end();
    }
    plain(text.substring(start));
  }

  /** Adds a formula between dollars. */
  void formula(String formula) throws ConversionException {
    raw(endsWith('$') ? JOINER + formula : formula);
  }

  private void plain(String text) throws ConversionException {
    String shown = atLineStart() ? text.stripLeading() : text;
    if (shown.isEmpty()) {
      return;
    }
    String escaped = escaped(shown);
    if (atLineStart()) {
      raw(PlainMarkdown.atStart(escaped));
    } else if (endsWith('$') && Character.isDigit(shown.charAt(0))) {
      raw(JOINER + escaped);
    } else {
      boolean number = ".)".indexOf(shown.charAt(0)) >= 0 && isNumberAtLineStart();
      raw(number ? "\\" + escaped : escaped);
    }
  }

  static String escaped(String text) {
    return PlainMarkdown.escaped(text).replace("$", "\\$");
  }

  private boolean endsWith(char c) {
    return !markdown.isEmpty() && markdown.charAt(markdown.length() - 1) == c;
  }

  private boolean atLineStart() {
    return (markdown.isEmpty() && beginsLine)
        || endsWith('\n')
        || endsWith(HardBreaks.MARK.charAt(0));
  }

  /** A longer number begins no list. */
  private boolean isNumberAtLineStart() {
    int start = markdown.length();
    while (start > 0
        && markdown.length() - start < 10
        && Character.isDigit(markdown.charAt(start - 1))) {
      start--;
    }
    boolean lineStarts =
        (start == 0 && beginsLine)
            || (start > 0 && ("\n" + HardBreaks.MARK).indexOf(markdown.charAt(start - 1)) >= 0);
    return lineStarts && start < markdown.length();
  }

  int length() {
    return markdown.length();
  }

  @Override
  public String toString() {
    return markdown.toString();
  }
}
