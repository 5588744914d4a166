package dev.touchstone.exercises.archive;

import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files of a revision; equal revisions make equal archives. */
public final class ArchiveWriter {
  private ArchiveWriter() {}

  /**
   * Writes an archive with one folder.
   *
   * @param folder its name
   * @param time of every file
   * @throws IOException if an object is missing or damaged, or the disk fails
   */
  public static void write(
      Path archive, String folder, List<RevisionFile> files, ObjectStore objects, Instant time)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (RevisionFile file : files) {
        ZipEntry entry = new ZipEntry(folder + "/" + file.path());
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        try (InputStream object =
            objects
                .open(file.sha256())
                .orElseThrow(
                    () -> new IOException("The object " + file.sha256() + " no longer exists."))) {
          object.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }
}
