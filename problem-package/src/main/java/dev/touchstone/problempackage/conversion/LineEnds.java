package dev.touchstone.problempackage.conversion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Line ends of Windows, which packages made there have in all files. */
final class LineEnds {
  private LineEnds() {}

  static void copy(Path from, Path to) throws IOException {
    if (!allOfWindows(from)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      int held = -1;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (held >= 0 && next != '\n') {
          out.write(held);
        }
        held = next == '\r' ? next : -1;
        if (held < 0) {
          out.write(next);
        }
      }
      if (held >= 0) {
        out.write(held);
      }
    }
  }

  /** Whether two files have the same lines, however these and the last one end. */
  static boolean same(Path one, Path other) throws IOException {
    try (BufferedReader first = Files.newBufferedReader(one, StandardCharsets.ISO_8859_1);
        BufferedReader second = Files.newBufferedReader(other, StandardCharsets.ISO_8859_1)) {
      String line = first.readLine();
      while (line != null && line.equals(second.readLine())) {
        line = first.readLine();
      }
      return line == null && second.readLine() == null;
    }
  }

  /** A file that mixes both kinds means what it contains. */
  private static boolean allOfWindows(Path file) throws IOException {
    boolean any = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int before = -1;
      for (int next = in.read(); next >= 0; before = next, next = in.read()) {
        if (next == '\n') {
          if (before != '\r') {
            return false;
          }
          any = true;
        }
      }
    }
    return any;
  }
}
