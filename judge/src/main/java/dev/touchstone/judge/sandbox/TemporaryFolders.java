package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/** Folders in which folders for temporary files may be created. */
final class TemporaryFolders {
  private TemporaryFolders() {}

  /** The configured one, then those that every machine has. */
  static List<Path> all() {
    return Stream.of(System.getProperty("java.io.tmpdir"), "/tmp", "/var/tmp")
        .map(Path::of)
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }

  /**
   * The first one that every user may pass through. Boxes with their own users need it, because
   * these can't reach anything below a private folder.
   *
   * @throws SandboxException if there is none
   */
  static Path passable() {
    return all().stream()
        .filter(TemporaryFolders::isPassable)
        .findFirst()
        .orElseThrow(() ->
            new SandboxException(
                "Untrusted code can't be run safely here. Other users can't enter the folders for"
                    + " temporary files "
                    + all()
                    + ": chmod o+x one of them and the folders above it"));
  }

  private static boolean isPassable(Path folder) {
    try {
      for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
