package dev.touchstone.scores.judging;

import dev.touchstone.platform.http.ProblemException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a queue may become before no more is accepted. It is compared with the length as last
 * counted and with what this process has queued and leased since, which costs no query. So with
 * several processes the queue may become somewhat longer. Thread-safe.
 */
public final class QueueLimit {
  private static final String RETRY_SECONDS = "30";

  private final int most;
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong submissions = new AtomicLong();
  private final AtomicLong checks = new AtomicLong();

  /**
   * Limits each lane.
   *
   * @param most jobs that wait
   */
  public QueueLimit(int most) {
    this.most = most;
  }

  /** Notes how many jobs wait. */
  public void counted(Lane lane, long jobs) {
    of(lane).set(jobs);
  }

  /** Notes that one more waits. */
  public void queued(Lane lane) {
    of(lane).incrementAndGet();
  }

  /** Notes that one was given to a judge. */
  public void leased(Lane lane) {
    of(lane).decrementAndGet();
  }

  /**
   * Checks that one more may be queued.
   *
   * @throws ProblemException 429 {@code queue_full}
   */
  public void require(Lane lane) {
    if (of(lane).get() >= most) {
      throw ProblemException.of(
              429,
              "queue_full",
              "Too many programs are waiting to be judged. Try again in a few minutes.")
          .withHeader("Retry-After", RETRY_SECONDS);
    }
  }

  private AtomicLong of(Lane lane) {
    return switch (lane) {
      case RUN -> runs;
      case SUBMISSION -> submissions;
      case CHECK -> checks;
    };
  }
}
