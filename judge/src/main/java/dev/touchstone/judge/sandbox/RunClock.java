package dev.touchstone.judge.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Measures how long a run lasts, without the time for which it waited for a processor. Where a look
 * finds that the run is ready to compute, only the CPU time counts that it has used since the last
 * look, so that the clock never exceeds CPU time and time asleep together.
 *
 * <p>A program that competes with itself gains nothing: one of its threads computes then. One that
 * is ready exactly when the clock looks would gain time, so looks come at random times, and the
 * clock never goes slower than at a tenth of its speed. Not thread-safe.
 */
final class RunClock {
  /** How many times its limit a run may last at most, however long it waits. */
  static final int SLOWEST = 10;

  /** The share of the limit that a run may be idle before the clock is looked at closely. */
  private static final int UNWATCHED = 8;

  private final long start;
  private final long limit;
  private final BooleanSupplier ready;
  private long lastLook;
  private long lastCpuTime;
  private long waited;

  /**
   * Starts a clock.
   *
   * @param now nanoseconds by any clock, as all times here
   * @param limit what the run may last
   * @param ready whether a thread of the run computes or waits for a processor
   */
  RunClock(long now, Duration limit, BooleanSupplier ready) {
    this.start = now;
    this.lastLook = now;
    this.limit = limit.toNanos();
    this.ready = ready;
  }

  /** Whether the run has been idle for so long that its state decides whether that counts. */
  boolean closely(long now, Duration cpuTime) {
    return time(now) - cpuTime.toNanos() > limit / UNWATCHED;
  }

  /** Looks at the run. */
  void look(long now, Duration cpuTime) {
    long passed = now - lastLook;
    long used = Math.max(cpuTime.toNanos() - lastCpuTime, passed / SLOWEST);
    if (passed > used && closely(now, cpuTime) && ready.getAsBoolean()) {
      waited += passed - used;
    }
    lastLook = now;
    lastCpuTime = cpuTime.toNanos();
  }

  /** What is left of the limit, negative if it is exceeded. */
  long left(long now) {
    return limit - time(now);
  }

  private long time(long now) {
    return now - start - waited;
  }
}
