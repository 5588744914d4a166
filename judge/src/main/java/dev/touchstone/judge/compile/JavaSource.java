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
      named = open && KINDS.contains(word);
      open = depth == 0 && (word.equals("public") || (open && MODIFIERS.contains(word)));
    }
    return Optional.empty();
  }

  /** The next identifier or keyword outside of comments and texts; empty at the end. */
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
    }
    return "";
  }

  private void skip(char c) {
    if (text.startsWith("//", position)) {
      skipTo("\n", 2);
    } else if (text.startsWith("/*", position)) {
      skipTo("*/", 2);
    } else if (text.startsWith("\"\"\"", position)) {
      skipTo("\"\"\"", 3);
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
