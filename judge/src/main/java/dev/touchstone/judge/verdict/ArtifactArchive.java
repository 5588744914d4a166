package dev.touchstone.judge.verdict;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks what came out of a compiler. The archive is as untrusted as the sources were. */
final class ArtifactArchive {
  private static final int MOST_ENTRIES = 2000;
  private static final long MOST_BYTES = 128L << 20;

  private ArtifactArchive() {}

  /**
   * Writes the regular files of an archive below a folder; links and devices are left out.
   *
   * @throws IOException if the archive is malformed, too large, or names a place outside
   */
  static void unpack(Path archive, Path folder) throws IOException {
    long bytes = 0;
    int entries = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bytes += entry.getSize();
        if (++entries > MOST_ENTRIES || bytes > MOST_BYTES) {
          throw new IOException("The compiled program is too large.");
        }
        // A sparse entry claims a size that its bytes do not have.
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse()) {
          write(tar, entry, folder);
        }
      }
    }
    makeReadable(folder);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The compiled program names a file outside of its folder.");
    }
    Files.createDirectories(target.getParent());
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /** Lets the boxes' users read all that is in a folder, whatever the umask of this process. */
  static void makeReadable(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        if (Files.isDirectory(path)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else if (!Files.isExecutable(path)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
      }
    }
  }
}
