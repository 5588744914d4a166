package dev.touchstone.standalone;

import dev.touchstone.platform.files.Deletion;
import dev.touchstone.standalone.bench.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new folder for a benchmark and the platform in it. Both are gone when it is closed, and when
 * the process is asked to stop.
 */
final class BenchFolder implements AutoCloseable {
  private final Path folder;
  private final Thread shutdown = new Thread(this::remove, "shutdown");
  private volatile @Nullable RunningPlatform platform;

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

  RunningPlatform start(Map<String, String> settings) throws InterruptedException {
    RunningPlatform begun = RunningPlatform.begin(folder, settings);
    platform = begun; // who asks this process to stop need not wait until it is ready
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
    RunningPlatform begun = platform;
    if (begun != null) {
      begun.close();
    }
    try {
      Deletion.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
