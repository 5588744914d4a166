package dev.touchstone.judge.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts programs as boxes are started, but without a box; for comparison. */
final class PlainProcesses implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private final Identity identity;

  PlainProcesses(boolean root) {
    identity = result(thread.submit(() -> Identity.take(root, 0)));
  }

  /** Runs a program to its end; how long that took, in nanoseconds. */
  long run(List<String> line) {
    return result(thread.submit(() -> runHere(line)));
  }

  @Override
  public void close() {
    thread.close();
  }

  private long runHere(List<String> line) {
    try (Descriptors descriptors = new Descriptors()) {
      int nothing = descriptors.reading(Path.of("/dev/null"));
      long start = System.nanoTime();
      int process =
          identity.asUser(
              () -> Spawner.spawn(line, List.of("PATH=/usr/bin:/bin"), nothing, nothing, nothing));
      SystemCall.WAIT4.call(process, 0, 0, 0);
      return System.nanoTime() - start;
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a program ran.", e);
    } catch (ExecutionException e) {
      throw new SandboxException("A program could not be run.", e.getCause());
    }
  }
}
