package dev.touchstone.exercises.exercise;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads packages on a few threads of its own, so that no author can take the threads that serve
 * everybody else, each time with a deadline. A reading that exceeds it is interrupted, and ends
 * before the next file or the next piece that it unpacks: see {@link
 * dev.touchstone.problempackage.Interruption}. Thread-safe.
 */
public final class PackageReading implements AutoCloseable {
  /** Readings that may wait; more are refused, since their archives lie on the disk. */
  private static final int MOST_WAITING = 16;

  /** In bytes: readers that call themselves are limited, and this is far more than they need. */
  private static final long STACK = 16L << 20;

  /** How long an interrupted reading may take to notice. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;
  private final Duration deadline;

  /**
   * Creates the threads.
   *
   * @param count how many packages are read at once
   * @param deadline for each step: unpacking, converting and reading
   */
  public PackageReading(int count, Duration deadline) {
    this.deadline = deadline;
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().stackSize(STACK).name("package-reading-", 1).factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** One step of reading a package. */
  public interface Step<T> {
    /** Does it. */
    T read() throws PackageException, IOException;
  }

  /**
   * Does a step and waits for its result.
   *
   * @throws PackageException also if the package takes too long or is nested too deeply
   * @throws ProblemException 503 if too many packages are being read
   */
  public <T> T read(Step<T> step) throws PackageException, IOException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    FutureTask<T> task =
        new FutureTask<>(() -> {
          started.countDown();
          try {
            return step.read();
          } finally {
            ended.countDown();
          }
        });
    try {
      threads.execute(task);
      if (!started.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        task.cancel(true);
        threads.remove(task);
        throw busy();
      }
      return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw busy();
    } catch (TimeoutException e) {
      cancel(task, ended);
      throw new PackageException(
          List.of(new Fault("", "the package takes longer than " + deadline.toSeconds() + " s")));
    } catch (InterruptedException e) {
      cancel(task, ended);
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("The service is stopping; try again soon.");
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    }
  }

  /** Interrupts a reading, and waits a little so that its files can be deleted. */
  private static void cancel(FutureTask<?> task, CountDownLatch ended) {
    task.cancel(true);
    try {
      boolean _ = ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException failure(Throwable cause) throws PackageException, IOException {
    switch (cause) {
      case PackageException e -> throw e;
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case StackOverflowError e ->
          throw new PackageException(List.of(new Fault("", "the package is nested too deeply")));
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    }
  }

  private static ProblemException busy() {
    return ProblemException.unavailable("Too many packages are being read; try again soon.");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
