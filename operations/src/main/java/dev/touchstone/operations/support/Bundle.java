package dev.touchstone.operations.support;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file that only its owner can read, and that is there completely or not at all. */
final class Bundle {
  private Bundle() {}

  /**
   * Writes it.
   *
   * @param texts by the names of the files in it
   * @throws OperationFailed if it can't be written, or if there is a file already
   */
  static void write(Path file, Map<String, String> texts) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Path fresh =
          Files.createTempFile(
              folder,
              file.getFileName() + ".",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        write(fresh, texts.entrySet());
        // Unlike a move, it never replaces what another run has written meanwhile.
        Files.createLink(file, fresh);
      } finally {
        Files.delete(fresh);
      }
    } catch (FileAlreadyExistsException e) {
      throw new OperationFailed(file + " exists already. Choose another name.", e);
    } catch (IOException e) {
      throw new OperationFailed(
          "%s cannot be written: %s. Check the folder and its permissions."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static void write(Path file, Collection<Map.Entry<String, String>> texts)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> text : texts) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
