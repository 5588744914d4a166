package dev.touchstone.problempackage.conversion;

import dev.touchstone.problempackage.archive.ArchiveLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a converted package is written. Bounded, since a file of the original may be named by many
 * tests, and becomes as many copies.
 */
final class TargetFolder {
  private final Path folder;
  private final ArchiveLimits limits;
  private long bytes;
  private int files;

  TargetFolder(Path folder, ArchiveLimits limits) {
    this.folder = folder.normalize();
    this.limits = limits;
  }

  /**
   * The place of the next file, whose folder exists then; nothing if the package becomes too large.
   *
   * @param size how many bytes the file may get
   */
  Optional<Path> place(String name, long size) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("The name " + name + " leads out of the package.");
    }
    if (isFull() || size > limits.unpacked() - bytes) {
      // Also refuses what comes later and would fit: half a package is of no use.
      files = limits.files();
      return Optional.empty();
    }
    files++;
    bytes += size;
    Files.createDirectories(file.getParent());
    return Optional.of(file);
  }

  /** Whether no other file may be written. */
  boolean isFull() {
    return files >= limits.files();
  }

  /** What the fault of a package that is too large says. */
  String bounds() {
    return "is too large once converted: more than "
        + limits.files()
        + " files or "
        + (limits.unpacked() >> 20)
        + " MiB; a file counts for each test that names it";
  }
}
