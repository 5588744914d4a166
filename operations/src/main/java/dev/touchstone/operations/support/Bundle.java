package dev.touchstone.operations.support;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file that only its owner can read, and that is there completely or not at all. */
final class Bundle {
  private Bundle() {}

  /**
   * Writes it.
   *
   * @param texts by the names of the files in it
   * @throws OperationFailed if it can't be written
   */
  static void write(Path file, Map<String, String> texts) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE);
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        for (Map.Entry<String, String> text : texts.entrySet()) {
          zip.putNextEntry(new ZipEntry(text.getKey()));
          zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new OperationFailed(
          "%s cannot be written: %s. Check the folder and its permissions."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }
}
