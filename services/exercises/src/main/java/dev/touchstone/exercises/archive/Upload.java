package dev.touchstone.exercises.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package that was sent as an archive, unpacked in a temporary folder; close it to delete it.
 *
 * @param root the folder of the package
 * @param name what the folder was called in the archive, empty where there was none
 */
public record Upload(TemporaryFolder temporary, Path root, String name) implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  /**
   * Takes an archive from a stream; see {@link ArchiveReader#unpack} for how it may fail.
   *
   * @param parent where the temporary folder is made
   */
  public static Upload receive(InputStream body, ArchiveLimits limits, Path parent)
      throws IOException {
    TemporaryFolder temporary = TemporaryFolder.in(parent);
    try {
      Path archive = temporary.path().resolve("upload.zip");
      save(body, archive, limits.packed());
      Path folder = Files.createDirectory(temporary.path().resolve("files"));
      new ArchiveReader(limits).unpack(archive, folder);
      return located(temporary, folder);
    } catch (IOException | RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  @Override
  public void close() {
    temporary.close();
  }

  private static void save(InputStream body, Path archive, long largest) throws IOException {
    long size = 0;
    try (OutputStream out = Files.newOutputStream(archive)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        size += count;
        if (size > largest) {
          throw ArchiveLimits.tooLarge(largest, "packed");
        }
        out.write(buffer, 0, count);
      }
    }
  }

  /** Many archives hold one folder with the package in it. */
  private static Upload located(TemporaryFolder temporary, Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> first = children.limit(2).toList();
      return first.size() == 1 && Files.isDirectory(first.getFirst())
          ? new Upload(temporary, first.getFirst(), String.valueOf(first.getFirst().getFileName()))
          : new Upload(temporary, folder, "");
    }
  }
}
