package dev.touchstone.scores.queue;

import dev.touchstone.scores.judging.Lane;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From which lane a judge that takes both is served first: three of four leases check runs first,
 * since somebody waits for them, and one at submissions, so that a steady stream of runs can't
 * starve them. A lane without work leaves its turn to the other. Thread-safe.
 */
final class LaneOrder {
  private static final int ROUND = 4;
  private final AtomicInteger leases = new AtomicInteger();

  /** The order in which the next lease looks. */
  List<Lane> next(List<Lane> offered) {
    boolean submissionsFirst = Math.floorMod(leases.get(), ROUND) == ROUND - 1;
    List<Lane> order =
        submissionsFirst ? List.of(Lane.SUBMISSION, Lane.RUN) : List.of(Lane.RUN, Lane.SUBMISSION);
    return order.stream().filter(offered::contains).toList();
  }

  /** Counts a lease that was given. */
  void given() {
    leases.incrementAndGet();
  }
}
