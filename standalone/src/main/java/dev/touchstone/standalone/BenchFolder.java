package dev.touchstone.standalone;

import dev.touchstone.platform.files.Deletion;
import dev.touchstone.standalone.bench.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * A new folder for a benchmark, and what runs in it. All is gone when it is closed, and when the
 * process is asked to stop.
 */
final class BenchFolder implements AutoCloseable {
  private final Path folder;
  private final Thread shutdown = new Thread(this::remove, "shutdown");
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private BenchFolder(Path folder) {
    this.folder = folder;
  }

  static BenchFolder in(Path parent, String name) throws IOException {
    Path folder = Files.createTempDirectory(parent, name);
    // Started by root, the services are another user's.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    BenchFolder own = new BenchFolder(folder);
    Runtime.getRuntime().addShutdownHook(own.shutdown);
    return own;
  }

  Path path() {
    return folder;
  }

  /** Keeps a part, which is closed before those that were kept earlier. */
  <T extends AutoCloseable> T keep(T part) {
    synchronized (parts) {
      parts.push(part);
    }
    return part;
  }

  RunningPlatform start(Map<String, String> settings) throws InterruptedException {
    RunningPlatform begun;
    synchronized (parts) { // who closes the folder meanwhile finds it
      begun = keep(RunningPlatform.begin(folder, settings));
    }
    // Who asks this process to stop need not wait until it is ready.
    begun.awaitReady();
    return begun;
  }

  @Override
  public void close() {
    if (Runtime.getRuntime().removeShutdownHook(shutdown)) {
      remove();
    }
  }

  private synchronized void remove() {
    closeParts();
    try {
      Deletion.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeParts() {
    while (true) {
      AutoCloseable part;
      synchronized (parts) {
        part = parts.poll();
      }
      if (part == null) {
        return;
      }
      try {
        part.close();
      } catch (Exception e) { // the others are to end all the same
        System.err.println("touchstone: " + e);
      }
    }
  }
}
