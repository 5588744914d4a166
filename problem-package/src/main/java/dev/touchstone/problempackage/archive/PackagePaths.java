package dev.touchstone.problempackage.archive;

import java.util.Collection;

/** Checks the paths of a package that does not come as an archive by the same rules. */
public final class PackagePaths {
  private PackagePaths() {}

  /**
   * Checks that the files can lie in one folder on every system.
   *
   * @param paths of files, each once, relative to the package
   * @throws ArchiveException {@code UNSAFE_PATH} or {@code DUPLICATE_PATH}
   */
  public static void check(Collection<String> paths) throws ArchiveException {
    EntryPaths all = new EntryPaths();
    for (String path : paths) {
      EntryPath entry = EntryPath.of(path);
      if (entry.folder()) {
        throw new ArchiveException(ArchiveFault.UNSAFE_PATH, path, "is a folder and not a file");
      }
      all.add(entry);
    }
  }
}
