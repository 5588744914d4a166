package dev.touchstone.scores.queue;

/**
 * From which lane judges that take both are served first: runs, since somebody waits for them.
 * After three runs a submission comes first, so that a steady stream of runs can't starve them. A
 * lane without work leaves its turn to the other. Thread-safe.
 */
final class LaneOrder {
  private static final int RUNS = 3;

  /** Runs that were given since a submission had its turn. */
  private int runs;

  /** How many of the next leases look at submissions first. */
  synchronized int submissionsFirst(int next) {
    return (runs + next) / (RUNS + 1);
  }

  /** Counts leases that were given. */
  synchronized void given(int givenRuns, int givenSubmissions) {
    runs = Math.clamp((long) runs + givenRuns - (long) RUNS * givenSubmissions, 0, RUNS);
  }
}
