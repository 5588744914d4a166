package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Figures of the queue as of the last {@link #look}, and its results. Thread-safe. */
public final class QueueMetrics {
  private static final double MILLIS_PER_SECOND = 1000;

  /** From one look to the next, compared with the time that a look takes. */
  private static final int PAUSE = 50;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final Jdbi jdbi;
  private final Clock clock;
  private long next = System.nanoTime();
  private volatile Map<Lane, Figures> figures = new EnumMap<>(Lane.class);

  /** Registers the meters. */
  public QueueMetrics(MeterRegistry registry, Jdbi jdbi, Clock clock) {
    this.registry = registry;
    this.jdbi = jdbi;
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      gauge("scores.queue.length", "Jobs waiting for a judge.", lane, Figures::queued);
      gauge(
          "scores.queue.oldest.seconds",
          "How long the oldest job has waited.",
          lane,
          Figures::oldestSeconds);
      gauge("scores.leases", "Jobs being judged.", lane, Figures::leased);
      gauge("scores.judge.errors", "Jobs that ended with a judge error.", lane, Figures::failed);
    }
  }

  private record Counts(long queued, @Nullable Instant oldest, long leased, long failed) {}

  private record Figures(long queued, double oldestSeconds, long leased, long failed) {
    static final Figures NONE = new Figures(0, 0, 0, 0);
  }

  /**
   * Updates the figures; called by one thread. It reads every waiting job, so the longer that
   * takes, the more rarely it does so.
   */
  public void look() {
    long start = System.nanoTime();
    if (start - next < 0) {
      return;
    }
    Map<Lane, Figures> found = new EnumMap<>(Lane.class);
    for (Lane lane : Lane.values()) {
      found.put(lane, count(lane));
    }
    figures = found;
    next = start + Math.min(PAUSE * (System.nanoTime() - start), LONGEST_PAUSE.toNanos());
  }

  void judged(Lane lane, Verdict verdict, Duration sinceQueued) {
    Timer.builder("scores.judged")
        .description("Time from queueing to the verdict.")
        .tags("lane", lane.wireName(), "verdict", verdict.name())
        .publishPercentileHistogram()
        .register(registry)
        .record(sinceQueued);
  }

  void expired(Lane lane) {
    registry.counter("scores.leases.expired", "lane", lane.wireName()).increment();
  }

  private void gauge(String name, String description, Lane lane, ToDoubleFunction<Figures> value) {
    Gauge.builder(name, () -> value.applyAsDouble(figures.getOrDefault(lane, Figures.NONE)))
        .description(description)
        .tag("lane", lane.wireName())
        .register(registry);
  }

  private Figures count(Lane lane) {
    String sql =
        """
        SELECT count(*) FILTER (WHERE status = 'queued') AS queued,
          min(queued_at) FILTER (WHERE status = 'queued') AS oldest,
          count(*) FILTER (WHERE status = 'judging') AS leased,
          count(*) FILTER (WHERE status = 'judge_error') AS failed
        FROM <table> WHERE status <> 'judged'
        """;
    Counts counts =
        jdbi.withHandle(handle ->
            handle.createQuery(sql).define("table", lane.table()).mapTo(Counts.class).one());
    Instant oldest = counts.oldest();
    double age =
        oldest == null
            ? 0
            : Duration.between(oldest, clock.instant()).toMillis() / MILLIS_PER_SECOND;
    return new Figures(counts.queued(), age, counts.leased(), counts.failed());
  }
}
