package dev.touchstone.infrastructure;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;

/**
 * Things done side by side, each in a thread of its own. Waiting for AWS takes most of their time.
 */
final class Tasks implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Begins something at once. */
  <T> Task<T> begin(String name, Callable<T> work) {
    return new Task<>(name, threads.submit(work));
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  /** Something that was begun. */
  record Task<T>(String name, Future<T> future) {
    boolean isDone() {
      return future.isDone();
    }

    /** Waits for its end, a good or a bad one. */
    void awaitEnd() {
      try {
        future.get();
      } catch (ExecutionException exception) {
        // Whoever asks for the result is told.
      } catch (InterruptedException exception) {
        throw interrupted(exception);
      }
    }

    /** Waits for its end; what it failed with, fails the caller. */
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

    /** Waits for its end; without its success the caller's test is skipped, not failed too. */
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
