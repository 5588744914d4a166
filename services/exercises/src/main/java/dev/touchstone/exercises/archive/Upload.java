package dev.touchstone.exercises.archive;

import dev.touchstone.exercises.exercise.PackageReading;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.archive.ArchiveReader;
import dev.touchstone.problempackage.archive.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A package that was sent as an archive, unpacked in a temporary folder; close it to delete it.
 *
 * @param root the folder of the package
 * @param name what the folder was called in the archive, empty if there was none
 */
public record Upload(TemporaryFolder temporary, Path root, String name) implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  /**
   * Takes an archive from a stream.
   *
   * @param reading unpacks it
   * @param parent where the temporary folder is made
   * @throws ProblemException with the code of an {@link
   *     dev.touchstone.problempackage.archive.ArchiveFault}
   */
  public static Upload receive(
      InputStream body, ArchiveLimits limits, PackageReading reading, Path parent)
      throws IOException, PackageException {
    TemporaryFolder temporary = TemporaryFolder.in(parent);
    try {
      Path archive = temporary.path().resolve("upload.zip");
      save(body, archive, limits.packed());
      Path folder = Files.createDirectory(temporary.path().resolve("files"));
      Unpacked unpacked = reading.read(() -> new ArchiveReader(limits).unpack(archive, folder));
      return new Upload(temporary, unpacked.root(), unpacked.name());
    } catch (ArchiveException e) {
      temporary.close();
      throw ArchiveProblem.of(e);
    } catch (PackageException | IOException | RuntimeException e) {
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
          throw ArchiveProblem.tooLarge(largest);
        }
        out.write(buffer, 0, count);
      }
    }
  }
}
