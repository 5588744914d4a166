package dev.touchstone.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generated secrets, one file each, that only the owner of the data folder can read. */
final class Secrets {
  private static final int BYTES = 32;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** Returns a secret of 64 hexadecimal digits, the same one at every start. */
  String obtain(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    // Under another name first: a crash in between must not leave an empty secret behind.
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, HexFormat.of().formatHex(bytes), StandardOpenOption.WRITE);
    Files.move(fresh, file);
  }
}
