package dev.touchstone.judge.verdict;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file token by token, in constant memory but for the token. Tokens are bytes, one in each
 * character, as the default validator of the format compares them.
 */
final class TokenReader implements AutoCloseable {
  private final InputStream in;
  private int next;
  private int line = 1;

  TokenReader(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    next = in.read();
  }

  /**
   * The next token without white space around it.
   *
   * @param most how much of it is returned
   */
  Optional<String> token(int most) throws IOException {
    while (isSpace(next)) {
      advance();
    }
    return run(false, most);
  }

  /** The white space up to the next token, as it is; at most the given part of it. */
  String space(int most) throws IOException {
    return run(true, most).orElse("");
  }

  /** The current line, from 1. */
  int line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<String> run(boolean spaces, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (next >= 0 && isSpace(next) == spaces) {
      if (bytes.size() < most) {
        bytes.write(next);
      }
      advance();
    }
    return bytes.size() == 0
        ? Optional.empty()
        : Optional.of(bytes.toString(StandardCharsets.ISO_8859_1));
  }

  private void advance() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }

  private static boolean isSpace(int character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
