package dev.touchstone.problempackage.conversion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
