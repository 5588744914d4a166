package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder for everything that must survive a restart. One process uses it at a time, and only
 * its owner can read it; if that is root, so can the services' user, who owns what is in it. Close
 * it to release it to another process.
 */
final class DataFolder implements AutoCloseable {
  /** Raised when the contents change in a way that older versions cannot read. */
  private static final int FORMAT = 1;

  private static final String FORMAT_FILE = "format";

  /**
   * Left by a start that was killed in its first moments, or made by the start script, which
   * prepares the folder if root starts it ({@code scripts/as_user.sh}).
   */
  private static final Set<String> OURS = Set.of("lock", FORMAT_FILE + ".new", "judge");

  private static final String OWNER_ONLY = "rwx------";
  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Opens the folder, creating it where it is missing.
   *
   * @throws ConfigurationException if it is not writable, in use, or written by a newer version
   */
  static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    FileChannel lockFile = null;
    try {
      Files.createDirectories(root);
      boolean fresh = isFresh(root);
      Path lock = root.resolve("lock");
      lockFile = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (Files.getOwner(root).equals(Files.getOwner(lock))) {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(OWNER_ONLY));
      }
      requireLock(root, lockFile);
      if (fresh) {
        DurableFile.write(root.resolve(FORMAT_FILE), FORMAT + "\n");
      }
      return new DataFolder(root, lockFile);
    } catch (IOException e) {
      closeQuietly(lockFile);
      throw new ConfigurationException(
          "The data folder %s is not writable. Choose another with --data-dir, or give this user write permission."
              .formatted(root));
    } catch (ConfigurationException e) {
      closeQuietly(lockFile);
      throw e;
    }
  }

  /**
   * Holds an existing folder so that no other process starts on it; changes nothing. Root may do so
   * in a folder of the services' user.
   *
   * @throws ConfigurationException if it is in use
   */
  static DataFolder hold(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      // Without CREATE, which the kernel refuses root for others' files in a folder with the sticky
      // bit (fs.protected_regular).
      FileChannel lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE);
      try {
        requireLock(root, lockFile);
      } catch (ConfigurationException e) {
        lockFile.close();
        throw e;
      }
      return new DataFolder(root, lockFile);
    } catch (IOException e) {
      throw new ConfigurationException(
          "The file %s is not writable. Run this as the user who started Touchstone, or as root."
              .formatted(root.resolve("lock")));
    }
  }

  /** Returns a folder inside, creating it where it is missing. */
  Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConfigurationException("The folder " + folder + " cannot be created.");
    }
  }

  Path root() {
    return root;
  }

  @Override
  public void close() {
    closeQuietly(lockFile);
  }

  private static void requireLock(Path root, FileChannel lockFile) throws IOException {
    FileLock lock = lockFile.tryLock();
    if (lock == null) {
      throw new ConfigurationException(
          "Another Touchstone is using the data folder %s. Stop it, or choose another folder with --data-dir."
              .formatted(root));
    }
  }

  /** Whether the folder is empty. Changes nothing. */
  private static boolean isFresh(Path root) throws IOException {
    Path file = root.resolve(FORMAT_FILE);
    if (!Files.exists(file)) {
      requireEmpty(root);
      return true;
    }
    String written = Files.readString(file).strip();
    if (!written.equals(Integer.toString(FORMAT))) {
      throw new ConfigurationException(
          "The data folder %s was written by a newer version of Touchstone (format %s; this one supports %d). Start that version, or choose another folder with --data-dir. Nothing was changed."
              .formatted(root, written, FORMAT));
    }
    return false;
  }

  /** A misspelt option must not change the permissions of an unrelated folder. */
  private static void requireEmpty(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      if (!files.map(file -> String.valueOf(file.getFileName())).allMatch(OURS::contains)) {
        throw new ConfigurationException(
            "The folder %s contains other files. Choose a new or empty one with --data-dir."
                .formatted(root));
      }
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
