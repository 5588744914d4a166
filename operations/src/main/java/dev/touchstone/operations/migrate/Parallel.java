package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs work side by side; closing waits for all of it. */
final class Parallel implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Starts work; its result or failure comes out of the supplier. */
  <T> Supplier<T> start(Callable<T> work) {
    Future<T> result = threads.submit(work);
    return () -> {
      try {
        return result.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OperationFailed("Interrupted. Run the command again; it goes on.", e);
      }
    };
  }

  @Override
  public void close() {
    threads.close();
  }
}
