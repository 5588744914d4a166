package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the beginning of files that may be large and may not be text. */
public final class FileHead {
  private FileHead() {}

  /** The first bytes of a file as text, with a mark at the end if the file is longer. */
  public static String read(Path file, int bytes) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(bytes + 1);
    }
    boolean more = head.length > bytes;
    // NUL is legal in a file, but not in the texts of a database.
    String text =
        new String(head, 0, Math.min(head.length, bytes), StandardCharsets.UTF_8)
            .replace('\0', '\uFFFD');
    return more ? text + "\n…" : text;
  }
}
