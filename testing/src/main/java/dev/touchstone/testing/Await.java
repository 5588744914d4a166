package dev.touchstone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Waits for something that must happen eventually. A check that fails because a file or connection
 * does not exist yet, or no longer exists, is repeated. The limit only ends a test that would hang,
 * so it is longer than what any machine with other work needs. Thread-safe.
 */
public final class Await {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** The gateway lets a user poll this often for as long as it takes. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /** Something that holds or does not hold yet. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it holds. */
    boolean holds() throws Exception;
  }

  /**
   * Waits until something holds.
   *
   * @param what its name in a failure
   */
  public static void until(String what, Condition condition) {
    value(what, () -> condition.holds() ? Optional.of(true) : Optional.empty());
  }

  /**
   * Waits until there is a value.
   *
   * @param what its name in a failure
   */
  public static <T> T value(String what, Callable<Optional<T>> source) {
    long start = System.nanoTime();
    IOException failure = null;
    while (System.nanoTime() - start < LIMIT.toNanos()) {
      try {
        Optional<T> value = source.call();
        if (value.isPresent()) {
          return value.get();
        }
        failure = null;
      } catch (IOException e) {
        failure = e;
      } catch (UncheckedIOException e) {
        failure = e.getCause();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError("Looking for " + what + " failed.", e);
      }
      pause();
    }
    throw new AssertionError("Timed out waiting for " + what + ".", failure);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting.", e);
    }
  }
}
