package dev.touchstone.operations.backup;

import dev.touchstone.platform.files.Deletion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for what is not complete yet, which only its owner can read. It is deleted at the end;
 * if the process is killed, the next one that makes one in the same place deletes it. Not
 * thread-safe.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = ".touchstone-unfinished-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes one, and deletes those of processes that have died. */
  static WorkFolder in(Path parent) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : left) {
        if (isAbandoned(folder)) {
          Deletion.delete(folder);
        }
      }
    }
    Path folder = Files.createTempDirectory(parent, PREFIX); // rwx------
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock.lock();
    return new WorkFolder(folder, lock);
  }

  /** The folder, in which everything may be written but {@code .lock}. */
  Path path() {
    return folder;
  }

  /** Makes an empty folder in it. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  /** The lock goes with its process. One that has none yet is being made. */
  private static boolean isAbandoned(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Deletion.delete(folder);
    }
  }
}
