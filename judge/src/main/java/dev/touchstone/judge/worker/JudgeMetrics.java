package dev.touchstone.judge.worker;

import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What an operator watches of a judge. Thread-safe. */
final class JudgeMetrics {
  private final MeterRegistry registry;

  JudgeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void judged(Verdict verdict, JobKind kind, long nanos) {
    Timer.builder("judge.jobs")
        .description("Time from taking a piece of work to delivering its result.")
        .tags("verdict", verdict.name(), "kind", kind.code())
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }
}
