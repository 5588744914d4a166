package dev.touchstone.scores.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How many learners submitted or ran something within the last hour. Thread-safe. */
public final class ActiveLearners {
  private static final Duration WINDOW = Duration.ofHours(1);

  /** Who reads the figure does so about as often. */
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Jdbi jdbi;
  private final Clock clock;
  private long next = System.nanoTime();
  private volatile long count;

  /** Registers the meter. */
  public ActiveLearners(MeterRegistry registry, Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    Gauge.builder("scores.learners.active", this, it -> it.count)
        .description("Learners who submitted or ran something within the last hour.")
        .register(registry);
  }

  /** Counts once a minute; called by one thread. */
  public void look() {
    if (System.nanoTime() - next >= 0) {
      count = jdbi.withHandle(this::count);
      next = System.nanoTime() + PAUSE_NANOS;
    }
  }

  private long count(Handle handle) {
    Instant since = clock.instant().minus(WINDOW);
    String sql =
        """
        SELECT count(*) FROM (
          SELECT user_id FROM scores WHERE id >= :first
          UNION
          SELECT user_id FROM runs WHERE submitted_at >= :since
        ) AS active
        """;
    return handle
        .createQuery(sql)
        .bind("first", firstSince(handle, since))
        .bind("since", since)
        .mapTo(Long.class)
        .one();
  }

  /**
   * About the first submission since a time. There is no index by time, but ids grow with it: a few
   * looks at the primary key find the place.
   */
  private static long firstSince(Handle handle, Instant since) {
    long before = 0;
    long from =
        handle.createQuery("SELECT coalesce(max(id), 0) FROM scores").mapTo(Long.class).one() + 1;
    while (from - before > 1) {
      long middle = before + (from - before) / 2;
      if (isBefore(handle, middle, since)) {
        before = middle;
      } else {
        from = middle;
      }
    }
    return from;
  }

  /** Whether the submission with an id, or the next one after it, is older. */
  private static boolean isBefore(Handle handle, long id, Instant since) {
    Optional<Instant> submitted =
        handle
            .createQuery("SELECT submitted_at FROM scores WHERE id >= :id ORDER BY id LIMIT 1")
            .bind("id", id)
            .mapTo(Instant.class)
            .findOne();
    return submitted.filter(time -> time.isBefore(since)).isPresent();
  }
}
