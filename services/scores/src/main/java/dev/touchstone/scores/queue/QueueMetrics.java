package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueLength;
import dev.touchstone.scores.judging.QueueLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;

/** Figures of the queue as of the last {@link #look}, and its results. Thread-safe. */
public final class QueueMetrics {
  private static final double MILLIS_PER_SECOND = 1000;

  /** From one look to the next, compared with the time that a look takes. */
  private static final int PAUSE = 50;

  private static final double MEDIAN = 0.5;
  private static final double MOST = 0.95;
  private static final Duration LATELY = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final Jdbi jdbi;
  private final QueueLimit limit;
  private final Clock clock;
  private long next = System.nanoTime();
  private volatile Map<Lane, Figures> figures = new EnumMap<>(Lane.class);

  /**
   * Registers the meters.
   *
   * @param limit receives the lengths that are counted
   */
  public QueueMetrics(MeterRegistry registry, Jdbi jdbi, QueueLimit limit, Clock clock) {
    this.registry = registry;
    this.jdbi = jdbi;
    this.limit = limit;
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
      expiries(lane);
    }
  }

  /** Waiting times in milliseconds: half of the jobs, and 95 % of them, waited no longer. */
  public record Waits(long medianMs, long p95Ms) {}

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

  void leased(Lane lane, Duration waited) {
    limit.leased(lane);
    waits(lane).record(waited.isPositive() ? waited : Duration.ofNanos(1));
  }

  /** How long jobs waited that this process gave to judges lately; empty if there were none. */
  public Optional<Waits> lately(Lane lane) {
    HistogramSnapshot snapshot = waits(lane).takeSnapshot();
    return snapshot.max() == 0
        ? Optional.empty()
        : Optional.of(new Waits(millis(snapshot, MEDIAN), millis(snapshot, MOST)));
  }

  private static long millis(HistogramSnapshot snapshot, double percentile) {
    return Arrays.stream(snapshot.percentileValues())
        .filter(value -> value.percentile() == percentile)
        .mapToLong(value -> (long) value.value(TimeUnit.MILLISECONDS))
        .findFirst()
        .orElse(0);
  }

  private Timer waits(Lane lane) {
    return Timer.builder("scores.queue.wait")
        .description("Time from queueing to a judge, over the last five minutes.")
        .tag("lane", lane.wireName())
        .publishPercentiles(MEDIAN, MOST)
        .distributionStatisticExpiry(LATELY)
        .register(registry);
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
    expiries(lane).increment();
  }

  private Counter expiries(Lane lane) {
    return Counter.builder("scores.leases.expired")
        .description("Leases whose judge stopped reporting.")
        .tag("lane", lane.wireName())
        .register(registry);
  }

  private void gauge(String name, String description, Lane lane, ToDoubleFunction<Figures> value) {
    Gauge.builder(name, () -> value.applyAsDouble(figures.getOrDefault(lane, Figures.NONE)))
        .description(description)
        .tag("lane", lane.wireName())
        .register(registry);
  }

  private Figures count(Lane lane) {
    QueueLength length = jdbi.withHandle(handle -> QueueLength.of(handle, lane));
    limit.counted(lane, length.queued());
    Instant oldest = length.oldest();
    double age =
        oldest == null
            ? 0
            : Duration.between(oldest, clock.instant()).toMillis() / MILLIS_PER_SECOND;
    return new Figures(length.queued(), age, length.leased(), length.failed());
  }
}
