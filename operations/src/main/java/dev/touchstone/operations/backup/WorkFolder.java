package dev.touchstone.operations.backup;

import dev.touchstone.platform.files.Deletion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A folder for what is not complete yet, which only its owner can read. It is deleted at the end,
 * also when the process is asked to end; if it is killed, the next one of the same user that makes
 * one in the same place deletes it. Not thread-safe.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = ".touchstone-unfinished-";
  private static final String LOCK = ".lock";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final FileChannel lock;
  private final Thread end = new Thread(this::abandon, "work-folder");

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes one, and deletes those of our processes that have died. */
  static WorkFolder in(Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, PREFIX); // rwx------
    // It has its name when it is locked: nobody may believe that its process has died.
    Path fresh = folder.resolve(LOCK + ".new");
    FileChannel lock =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(fresh, folder.resolve(LOCK));
    WorkFolder made = new WorkFolder(folder, lock);
    Runtime.getRuntime().addShutdownHook(made.end);
    try {
      deleteOthers(parent, Files.getOwner(folder));
    } catch (IOException e) {
      made.close();
      throw e;
    }
    return made;
  }

  /** In a folder for all users there may be those of others, which are not ours to read. */
  private static void deleteOthers(Path parent, UserPrincipal owner) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : left) {
        if (isOf(owner, folder) && isAbandoned(folder)) {
          Deletion.delete(folder);
        }
      }
    }
  }

  /** The folder, in which everything may be written but {@code .lock}. */
  Path path() {
    return folder;
  }

  /** Makes an empty folder in it. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static boolean isOf(UserPrincipal owner, Path folder) throws IOException {
    try {
      return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
    } catch (NoSuchFileException _) { // its process has ended meanwhile
      return false;
    }
  }

  /** The lock goes with its process. One that has none yet is being made. */
  private static boolean isAbandoned(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      return false;
    }
  }

  /** Ends the programs that write into it, and deletes it, when the process is asked to end. */
  private void abandon() {
    List<ProcessHandle> programs = ProcessHandle.current().descendants().toList();
    programs.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle program : programs) {
      try {
        Object _ = program.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException _) {
        // it is deleted below what it writes
      }
    }
    try {
      Deletion.delete(folder);
    } catch (IOException _) {
      // the next one deletes it
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Deletion.delete(folder);
    } finally {
      try {
        boolean _ = Runtime.getRuntime().removeShutdownHook(end);
      } catch (IllegalStateException _) {
        // the process is ending
      }
    }
  }
}
