package dev.touchstone.scores.queue;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * From which lane judges that take both are served first: three of four leases check runs first,
 * since somebody waits for them, and one checks submissions, so that a steady stream of runs can't
 * starve them. A lane without work leaves its turn to the other. Thread-safe.
 */
final class LaneOrder {
  private static final int ROUND = 4;
  private final AtomicInteger leases = new AtomicInteger();

  /** How many of the next leases look at submissions first. */
  int submissionsFirst(int next) {
    int given = Math.floorMod(leases.get(), ROUND);
    return (given + next) / ROUND;
  }

  /** Counts leases that were given. */
  void given(int count) {
    leases.addAndGet(count);
  }
}
