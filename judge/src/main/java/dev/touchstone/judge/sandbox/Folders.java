package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
      Files.walkFileTree(root, new Removal());
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

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      unlessGone(failure);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      unlessGone(failure);
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }

    private static void unlessGone(@Nullable IOException failure) throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
    }
  }
}
