package dev.touchstone.judge.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What an operator watches of a judge. Thread-safe. */
final class JudgeMetrics {
  private final MeterRegistry registry;

  JudgeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void judged(String verdict, String kind, long nanos) {
    Timer.builder("judge.jobs")
        .description("Time from taking a piece of work to delivering its result.")
        .tags("verdict", verdict, "kind", kind)
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }
}
