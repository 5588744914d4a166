package dev.touchstone.scores.queue;

import dev.touchstone.platform.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many reports of judges use the database at once: not all of the connections. However many
 * judges report, leases, heartbeats and learners find a connection. Thread-safe.
 */
public final class ReportLimit {
  /** As long as a connection is waited for. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** One connection listens for changes, one is for leases. */
  private static final int TAKEN = 2;

  /** Tenths of the others. */
  private static final int SHARE = 7;

  private final Semaphore free;

  /** Limits the reports of a process with the given number of connections. */
  public ReportLimit(int connections) {
    free = new Semaphore(Math.max(1, (connections - TAKEN) * SHARE / 10), true);
  }

  /**
   * Runs a report when it is its turn.
   *
   * @throws ProblemException 503 if that takes too long
   */
  void run(Runnable report) {
    if (!isFree()) {
      throw ProblemException.unavailable("The server is overloaded. Try again soon.");
    }
    try {
      report.run();
    } finally {
      free.release();
    }
  }

  private boolean isFree() {
    try {
      return free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
