package dev.touchstone.judge.verdict;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Byte order marks at the start of an output, which do not count: C# writes them, even more than
 * once, when a program sets the encoding of the console. An instance removes them from one stream.
 */
final class OutputMark {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private int matched;
  private boolean started;

  /** Removes the marks from a file. */
  static void removeFrom(Path output) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(output))) {
      in.mark(MARK.length);
      if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
        return;
      }
      do {
        in.mark(MARK.length);
      } while (Arrays.equals(in.readNBytes(MARK.length), MARK));
      in.reset();
      Path rest = output.resolveSibling(output.getFileName() + ".rest");
      Files.copy(in, rest);
      Files.move(rest, output, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What follows the marks of the next bytes of the stream. */
  byte[] next(byte[] bytes, int length) {
    int at = 0;
    while (!started && at < length) {
      if (bytes[at] == MARK[matched]) {
        matched = (matched + 1) % MARK.length;
        at++;
      } else {
        started = true;
      }
    }
    if (!started) {
      return new byte[0];
    }
    byte[] rest = new byte[matched + length - at];
    System.arraycopy(MARK, 0, rest, 0, matched); // it only looked like a mark
    System.arraycopy(bytes, at, rest, matched, length - at);
    matched = 0;
    return rest;
  }

  /** What looked like the beginning of a mark when the stream ended. */
  byte[] last() {
    return Arrays.copyOf(MARK, matched);
  }
}
