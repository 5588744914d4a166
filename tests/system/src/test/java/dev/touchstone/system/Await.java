package dev.touchstone.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for conditions; the limit only ends a test that would otherwise hang. */
final class Await {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /** Waits until there is a value. */
  static <T> T value(String what, Supplier<Optional<T>> source) {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      Optional<T> value = source.get();
      if (value.isPresent()) {
        return value.get();
      }
      pause();
    }
    throw new AssertionError("Waited in vain for " + what + ".");
  }

  /** Waits until something holds. */
  static void until(String what, Supplier<Boolean> condition) {
    value(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
