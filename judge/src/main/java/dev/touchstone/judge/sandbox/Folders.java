package dev.touchstone.judge.sandbox;

import dev.touchstone.platform.files.Deletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Creates and removes folders of the judge; links in them are removed, not followed. */
public final class Folders {
  private Folders() {}

  /**
   * Creates a folder for temporary files, named after this process. If the process is killed, the
   * next judge of the machine removes the folder.
   */
  public static Path temporary() throws IOException {
    return Files.createTempDirectory(prefix());
  }

  /** Creates such a folder in the given one. */
  static Path temporaryIn(Path parent) throws IOException {
    return Files.createTempDirectory(parent, prefix());
  }

  private static String prefix() {
    return Leftovers.FOLDER_PREFIX + Leftovers.self() + "-";
  }

  /**
   * Removes a file, or a folder with its content. Missing files are ignored, even if they disappear
   * meanwhile: two judges that start may find the same leftovers.
   */
  public static void delete(Path root) {
    try {
      Deletion.delete(root);
    } catch (IOException e) {
      throw new SandboxException("The folder " + root + " can't be removed.", e);
    }
  }

  /** Lets the boxes' users read everything in a folder, whatever this process's umask is. */
  public static void makeReadable(Path folder) throws IOException {
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
