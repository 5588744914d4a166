package dev.touchstone.exercises.archive;

import dev.touchstone.platform.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a zip archive that anybody may have made: nothing is written outside the folder, no link
 * is made, and no more is written than the limits allow, whatever the archive says of itself. Used
 * once, by one thread.
 */
public final class ArchiveReader {
  private static final int BUFFER = 64 * 1024;
  private final ArchiveLimits limits;
  private long unpacked;

  /** Unpacks within the given limits. */
  public ArchiveReader(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive into an empty folder.
   *
   * @throws ProblemException 413 {@code archive_too_large} or {@code archive_too_many_files}, 422
   *     {@code archive_invalid}, {@code archive_unsafe_path}, {@code archive_link}, {@code
   *     archive_encrypted} or {@code archive_duplicate_path}
   * @throws IOException if the disk fails
   */
  public void unpack(Path archive, Path folder) throws IOException {
    requireFew(archive);
    try (ZipFile zip = open(archive)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Optional<List<String>> steps = ArchivePath.steps(entry.getName());
        requirePlain(zip, entry);
        if (steps.isPresent()) {
          Path target = folder;
          for (String step : steps.get()) {
            target = target.resolve(step);
          }
          unpack(zip, entry, target);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw refused("archive_duplicate_path", "The archive holds two files of one name.");
    }
  }

  /** The JDK counts the entries without keeping them, which the other library would do. */
  private void requireFew(Path archive) {
    try (var zip = new java.util.zip.ZipFile(archive.toFile())) {
      if (zip.size() > limits.files()) {
        throw ProblemException.tooLarge(
            "archive_too_many_files",
            "The archive holds more than " + limits.files() + " files and folders.");
      }
    } catch (IOException e) {
      throw invalid();
    }
  }

  private static ZipFile open(Path archive) {
    try {
      return ZipFile.builder().setPath(archive).get();
    } catch (IOException | IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static void requirePlain(ZipFile zip, ZipArchiveEntry entry) {
    int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    if (type != 0 && type != UnixStat.FILE_FLAG && type != UnixStat.DIR_FLAG) {
      throw refused("archive_link", "The archive holds a link or another special file.");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw refused("archive_encrypted", "The archive is encrypted; send it without a password.");
    }
    if (!zip.canReadEntryData(entry)) {
      throw invalid();
    }
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    try (CheckedInputStream in = new CheckedInputStream(contents(zip, entry), new CRC32());
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
        unpacked += count;
        if (unpacked > limits.unpacked()) {
          throw ArchiveLimits.tooLarge(limits.unpacked(), "unpacked");
        }
        out.write(buffer, 0, count);
      }
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw invalid();
      }
    }
  }

  private static InputStream contents(ZipFile zip, ZipArchiveEntry entry) {
    try {
      return zip.getInputStream(entry);
    } catch (IOException e) {
      throw invalid();
    }
  }

  /** A failure to read is the archive's, a failure to write is ours. */
  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException | IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return refused("archive_invalid", "This is no zip archive, or it is damaged.");
  }

  private static ProblemException refused(String code, String detail) {
    return ProblemException.unprocessable(code, detail, List.of());
  }
}
