package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.function.IntSupplier;

/**
 * A part of a LaTeX text that is read from its beginning to its end. Parts of parts are counted
 * together, as a measure of the work.
 */
final class LatexSource {
  /** What macros may add to a text, in characters: some of them grow with every step. */
  private static final long MOST_EXPANDED = 1 << 20;

  private static final long MOST_CELLS = 100_000;

  private final String text;
  private final int end;
  private final IntSupplier lineBefore;
  private final Count count;
  private int position;

  LatexSource(String text) {
    this(text, 0, text.length(), () -> 1, new Count());
  }

  private LatexSource(String text, int start, int end, IntSupplier lineBefore, Count count) {
    this.text = text;
    this.position = start;
    this.end = end;
    this.lineBefore = lineBefore;
    this.count = count;
    Interruption.check();
    count.characters += end - start; // the position never goes back
  }

  private static final class Count {
    private long characters;
    private long expanded;
    private long cells;
  }

  /** Counts the cells of a table: a short text can have many rows that are as wide as one. */
  void countCells(long cells) throws ConversionException {
    count.cells += cells;
    if (count.cells > MOST_CELLS) {
      throw new ConversionException("contains tables with more than " + MOST_CELLS + " cells");
    }
  }

  /** What a macro stands for, in place of its use before the current position. */
  LatexSource expansion(String replacement) throws ConversionException {
    count.expanded += replacement.length() + 1L;
    if (count.expanded > MOST_EXPANDED) {
      throw new ConversionException("defines commands that expand to more than 1 MiB");
    }
    int used = position;
    return new LatexSource(replacement, 0, replacement.length(), () -> lineAt(used), count);
  }

  /** A part in other words, such as the cell of a table without what joins it to others. */
  LatexSource within(String words) {
    int place = position;
    return new LatexSource(words, 0, words.length(), () -> lineAt(place), count);
  }

  private LatexSource part(int from, int to) {
    return new LatexSource(text, Math.min(from, end), Math.min(to, end), lineBefore, count);
  }

  /** How many characters there are to read in this text and all its parts. */
  long work() {
    return count.characters;
  }

  /** The line of the current position, from 1; found by reading all before it. */
  int line() {
    return lineAt(position);
  }

  /** A place to find the line of later. */
  int mark() {
    return position;
  }

  /** Goes back over a command's name. */
  void backTo(int place) {
    position = place;
  }

  int lineAt(int place) {
    int line = lineBefore.getAsInt();
    for (int i = 0; i < Math.min(place, text.length()); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  boolean atEnd() {
    return position >= end;
  }

  boolean startsWith(String what) {
    return position + what.length() <= end && text.startsWith(what, position);
  }

  /** The next character without going past it; a space at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return position + ahead < end ? text.charAt(position + ahead) : ' ';
  }

  /** Goes past a text if it comes next. */
  boolean skip(String what) {
    if (!startsWith(what)) {
      return false;
    }
    position += what.length();
    return true;
  }

  void skipSpace() {
    while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** The next character; a space at the end. */
  char next() {
    return atEnd() ? ' ' : text.charAt(position++);
  }

  /** The part up to an end mark, which is skipped; everything left if there is none. */
  LatexSource to(String mark) {
    int found = indexOf(mark, position, end);
    LatexSource before = part(position, found < 0 ? end : found);
    position = found < 0 ? end : found + mark.length();
    return before;
  }

  /** The part up to the end of the environment that was begun; all that is left without one. */
  LatexSource body(String environment) {
    String begin = "\\begin{" + environment + "}";
    String close = "\\end{" + environment + "}";
    int depth = 1;
    int at = position;
    int closed = indexOf(close, position, end);
    while (closed >= 0) {
      // Only up to this end: otherwise every environment would search all that follows.
      for (int begun = indexOf(begin, at, closed); begun >= 0; begun = indexOf(begin, at, closed)) {
        depth++;
        at = begun + begin.length();
      }
      at = closed + close.length();
      if (--depth == 0) {
        LatexSource body = part(position, closed);
        position = at;
        return body;
      }
      closed = indexOf(close, at, end);
    }
    return rest();
  }

  /** Never beyond the end of a part: the whole text may go on for long. */
  private int indexOf(String what, int from, int to) {
    int found = text.indexOf(what, from, to);
    count.characters += (found < 0 ? to : found) - from;
    return found;
  }

  /** The part up to a mark without a backslash before it; the mark is skipped. */
  LatexSource toUnescaped(char mark) {
    int start = position;
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (c == mark) {
        return part(start, position - 1);
      }
      position = c == '\\' ? Math.min(position + 1, end) : position;
    }
    return part(start, end);
  }

  /**
   * The part up to the next {@code \item}, which is skipped, but not into lists and groups within.
   */
  LatexSource toItem() {
    int start = position;
    while (!atEnd()) {
      int here = position;
      if (skip("\\item") && !isLetter(peek())) {
        skipSpace();
        return part(start, here);
      }
      if (skip("\\begin{")) {
        body(to("}").text());
      } else if (startsWith("{")) {
        argument();
      } else if (next() == '\\' && !isLetter(peek())) {
        next();
      }
    }
    return part(start, end);
  }

  /** The same part again, from the current position. */
  LatexSource copy() {
    return part(position, end);
  }

  /** Everything that is left. */
  LatexSource rest() {
    LatexSource rest = part(position, end);
    position = end;
    return rest;
  }

  /** What is left, as it is. */
  String text() {
    return text.substring(Math.min(position, end), end);
  }

  /** The letters of a command's name, and one space after them. */
  String name() {
    int start = position;
    while (!atEnd() && isLetter(text.charAt(position))) {
      position++;
    }
    String name = text.substring(start, position);
    if (!name.isEmpty() && !atEnd() && text.charAt(position) == ' ') {
      position++;
    }
    return name;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
  }

  /** Goes past an option in square brackets and returns it; empty without one. */
  String option() {
    return skip("[") ? to("]").text() : "";
  }

  /** The part in braces, which may be nested; empty if there are none. */
  LatexSource argument() {
    int before = position;
    skipSpace();
    if (!skip("{")) {
      position = before;
      return part(position, position);
    }
    int start = position;
    int depth = 1;
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (c == '\\') {
        position = Math.min(position + 1, end);
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return part(start, position - 1);
      }
    }
    return part(start, end);
  }

  /** The part in braces, or a single character or command. */
  LatexSource token() {
    skipSpace();
    if (startsWith("{")) {
      return argument();
    }
    int start = position;
    if (next() == '\\' && name().isEmpty()) {
      next();
    }
    return part(start, position);
  }
}
