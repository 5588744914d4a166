package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Waiting {
  private static final Duration STEP = Duration.ofMillis(2);
  private static final Duration LONGEST_STEP = Duration.ofMillis(200);

  private Waiting() {}

  /** Waits until something holds; returns whether it did in time. */
  static boolean until(Duration most, BooleanSupplier condition) {
    long start = System.nanoTime();
    Duration step = STEP;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        return false;
      }
      pause(step);
      step = step.compareTo(LONGEST_STEP) < 0 ? step.multipliedBy(2) : LONGEST_STEP;
    }
    return true;
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted. Run the command again; it goes on.", e);
    }
  }
}
