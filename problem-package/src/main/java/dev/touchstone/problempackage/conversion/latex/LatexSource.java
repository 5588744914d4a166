package dev.touchstone.problempackage.conversion.latex;

import java.util.List;
import java.util.Map;

/**
 * LaTeX that is read from the beginning to the end. Its parts are counted, as a measure of the
 * work.
 */
final class LatexSource {
  /** Characters that keyboards lack and LaTeX writes with several others; longer ones first. */
  static final List<Map.Entry<String, String>> TYPESETTING =
      List.of(
          Map.entry("---", "—"),
          Map.entry("--", "–"),
          Map.entry("``", "“"),
          Map.entry("''", "”"),
          Map.entry("<<", "«"),
          Map.entry(">>", "»"),
          Map.entry("~", " "));

  private final String text;
  private final Count count;
  private int position;
  private String last = "";

  LatexSource(String text) {
    this(text, new Count());
  }

  private LatexSource(String text, Count count) {
    this.text = text;
    this.count = count;
    count.characters += text.length(); // the position never goes back
  }

  private static final class Count {
    private long characters;
  }

  /** A part of this text, read on its own but counted together. */
  LatexSource within(String part) {
    return new LatexSource(part, count);
  }

  /** How many characters there are to read in this text and all its parts. */
  long work() {
    return count.characters;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  boolean startsWith(String what) {
    return text.startsWith(what, position);
  }

  /** Goes past a text if it comes next. */
  boolean skip(String what) {
    if (!startsWith(what)) {
      return false;
    }
    position += what.length();
    last = what;
    return true;
  }

  /** The text that {@link #skip} went past. */
  String last() {
    return last;
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

  /** Reads the text up to an end mark and skips the mark; everything left if there is none. */
  String to(String end) {
    int found = text.indexOf(end, position);
    String before = text.substring(position, found < 0 ? text.length() : found);
    position = found < 0 ? text.length() : found + end.length();
    return before;
  }

  String rest() {
    return text.substring(Math.min(position, text.length()));
  }

  /** The letters of a command's name, and one space after them. */
  String name() {
    int start = position;
    while (!atEnd() && Character.isLetter(text.charAt(position))) {
      position++;
    }
    String name = text.substring(start, position);
    if (!name.isEmpty() && !atEnd() && text.charAt(position) == ' ') {
      position++;
    }
    return name;
  }

  /** Goes past an option in square brackets. */
  void option() {
    if (skip("[")) {
      to("]");
    }
  }

  /** The text in braces, which may be nested; empty if there are none. */
  String argument() {
    skipSpace();
    if (!skip("{")) {
      return "";
    }
    int start = position;
    int depth = 1;
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (c == '\\') {
        position++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return text.substring(start, position - 1);
      }
    }
    position = text.length();
    return text.substring(Math.min(start, text.length()));
  }
}
