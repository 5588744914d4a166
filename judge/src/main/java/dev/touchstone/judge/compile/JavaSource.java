package dev.touchstone.judge.compile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the public class of a Java source, whose name the file must have (JLS 7.6). Those within
 * other classes may be named as they like. Reads word by word, as a source may be made to exhaust a
 * regular expression.
 */
final class JavaSource {
  private static final Set<String> MODIFIERS =
      Set.of("public", "abstract", "final", "sealed", "non", "static", "strictfp");
  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

  private final String text;
  private int position;
  private int depth; // of braces

  private JavaSource(String text) {
    this.text = text;
  }

  /** The name of the public type that is in no other. */
  static Optional<String> publicType(byte[] source) {
    return new JavaSource(new String(source, StandardCharsets.UTF_8)).publicType();
  }

  private Optional<String> publicType() {
    boolean open = false; // after "public" and nothing but modifiers
    boolean named = false; // the next word is the name
    for (String word = word(); !word.isEmpty(); word = word()) {
      if (named) {
        return Optional.of(word);
      }
      if (word.equals("@")) {
        skipAnnotation();
        continue;
      }
      named = open && KINDS.contains(word);
      open = depth == 0 && (word.equals("public") || (open && MODIFIERS.contains(word)));
    }
    return Optional.empty();
  }

  /** A name, which may have parts, and arguments in parentheses; it may stand among modifiers. */
  private void skipAnnotation() {
    int start = position;
    String name = word();
    if (name.equals("interface")) { // the declaration of an annotation
      position = start;
      return;
    }
    while (next() == '.') {
      position++;
      word();
    }
    if (next() == '(') {
      int open = 0;
      do {
        char c = text.charAt(position);
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        skip(c);
      } while (open > 0 && position < text.length());
    }
  }

  /** The next character that is no white space, without reading it; 0 at the end. */
  private char next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  /** The next identifier, keyword or at sign outside of comments and texts; empty at the end. */
  private String word() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (Character.isJavaIdentifierStart(c)) {
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
          position++;
        }
        return text.substring(start, position);
      }
      skip(c);
      if (c == '@') {
        return "@";
      }
    }
    return "";
  }

  private void skip(char c) {
    if (text.startsWith("//", position)) {
      skipTo("\n", 2);
    } else if (text.startsWith("/*", position)) {
      skipTo("*/", 2);
    } else if (text.startsWith("\"\"\"", position)) {
      skipTextBlock();
    } else if (c == '"' || c == '\'') {
      skipLiteral(c);
    } else {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      position++;
    }
  }

  private void skipTo(String end, int opening) {
    int found = text.indexOf(end, position + opening);
    position = found < 0 ? text.length() : found + end.length();
  }

  /** To the closing quotes that no backslash precedes. */
  private void skipTextBlock() {
    position += 3;
    while (position < text.length() && !text.startsWith("\"\"\"", position)) {
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    position = Math.min(position + 3, text.length());
  }

  /** To the closing quote, or to the end of the line if there is none. */
  private void skipLiteral(char quote) {
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == quote || c == '\n') {
        return;
      }
      if (c == '\\') {
        position++;
      }
    }
  }
}
