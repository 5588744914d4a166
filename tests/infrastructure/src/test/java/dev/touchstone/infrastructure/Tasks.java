package dev.touchstone.infrastructure;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;

/**
 * Tasks that run in parallel, each in its own thread. They spend most of their time waiting for
 * AWS.
 */
final class Tasks implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Starts a task. */
  <T> Task<T> begin(String name, Callable<T> work) {
    return new Task<>(name, threads.submit(work));
  }

  /** Stops the tasks that still run. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  /** A started task. */
  record Task<T>(String name, Future<T> future) {
    boolean isDone() {
      return future.isDone();
    }

    /** Waits for its end, successful or not. */
    void awaitEnd() {
      try {
        future.get();
      } catch (ExecutionException exception) {
        // Reported to the caller of result().
      } catch (InterruptedException exception) {
        throw interrupted(exception);
      }
    }

    /** Waits for its end and throws its failure. */
    T result() {
      try {
        return future.get();
      } catch (ExecutionException exception) {
        switch (exception.getCause()) {
          case Error error -> throw error;
          case RuntimeException failure -> throw failure;
          case null, default -> throw new IllegalStateException(name, exception);
        }
      } catch (InterruptedException exception) {
        throw interrupted(exception);
      }
    }

    /** Waits for its end; if it failed, the caller's test is skipped instead of failing, too. */
    T needed() {
      try {
        return future.get();
      } catch (ExecutionException exception) {
        return Assumptions.abort(name + " did not succeed");
      } catch (InterruptedException exception) {
        throw interrupted(exception);
      }
    }

    private IllegalStateException interrupted(InterruptedException exception) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("Interrupted while waiting for " + name, exception);
    }
  }
}
