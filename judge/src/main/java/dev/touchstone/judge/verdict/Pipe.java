package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** A named pipe that is the standard input or output of a box. */
record Pipe(Path path) {
  private static final long SECONDS = 10;

  static Pipe make(Path path) throws IOException {
    Process process = new ProcessBuilder("mkfifo", "-m", "600", path.toString()).start();
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return new Pipe(path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
    throw new SandboxException("The pipe " + path + " could not be created.");
  }

  /** Makes one, in a folder of its own, that programs of a box may open to write. */
  static Pipe makeForBoxes(Path path) throws IOException {
    Path folder = Files.createDirectory(path.resolveSibling(path.getFileName() + ".d"));
    Pipe pipe = make(folder.resolve(path.getFileName()));
    Files.setPosixFilePermissions(pipe.path, PosixFilePermissions.fromString("rw--w--w-"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return pipe;
  }

  /**
   * Releases a thread or program that waits for the other side to open. Linux opens a pipe for both
   * directions without waiting. Where the box has the judge's user, its program may have changed
   * the mode.
   */
  void release() {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new SandboxException("The pipe " + path + " could not be reclaimed.", e);
    }
    try (RandomAccessFile both = new RandomAccessFile(path.toFile(), "rw")) {
      both.getFD();
    } catch (IOException e) {
      throw new SandboxException("The pipe " + path + " could not be opened.", e);
    }
  }
}
