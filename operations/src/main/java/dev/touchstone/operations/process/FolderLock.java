package dev.touchstone.operations.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file {@code .lock} of a folder, by which those who change its files wait for each other. */
public final class FolderLock {
  private FolderLock() {}

  /** A change under the lock. */
  @FunctionalInterface
  public interface Change {
    /** Makes it; returns whether anything was changed. */
    boolean make() throws IOException;
  }

  /**
   * Lets one process of this machine at a time make its change, and one thread of this process,
   * since the lock is the process's; it goes with the process.
   */
  public static boolean locked(Path folder, Change change) throws IOException {
    synchronized (FolderLock.class) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return change.make();
      }
    }
  }
}
