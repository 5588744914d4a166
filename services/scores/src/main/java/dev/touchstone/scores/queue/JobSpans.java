package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Phase;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.queue.ResultStore.HeldResult;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The waiting and judging of a job as spans in the trace of the request that queued it. Judges
 * report durations only; here they are laid out from the beginning of the lease, and no further
 * than its end (decision 35). Thread-safe.
 */
final class JobSpans {
  private final Tracing tracing;

  JobSpans(Tracing tracing) {
    this.tracing = tracing;
  }

  /** A judge took the job. */
  void waited(Lane lane, LeaseStore.Taken job, Instant now) {
    Attributes attributes =
        Attributes.builder()
            .put("touchstone.lane", lane.wireName())
            .put("touchstone.exercise_id", job.exerciseId())
            .build();
    tracing.add(
        TraceContext.parse(job.traceparent()), "queue", job.queuedAt(), now, false, attributes);
  }

  /** The job has its verdict. */
  void judged(HeldResult judged, Instant now) {
    LeaseStore.Held held = judged.held();
    Context judging = add(held, judged.result().verdict(), false, now);
    for (Phase phase : judged.result().phases()) {
      Instant start = within(held, phase.startUs(), now);
      Instant end = within(held, phase.startUs() + phase.durationUs(), now);
      tracing.add(judging, phase.name(), start, end, false, attributes(phase));
    }
  }

  /** A judge failed on the job, or fell silent. */
  void failed(LeaseStore.Held held, Instant now) {
    var _ = add(held, Verdict.JE, true, now);
  }

  private Context add(LeaseStore.Held held, Verdict verdict, boolean failed, Instant now) {
    Attributes attributes =
        Attributes.builder()
            .put("touchstone.lane", held.job().lane().wireName())
            .put("touchstone.exercise_id", held.exerciseId())
            .put("touchstone.judge", held.judge())
            .put("touchstone.attempt", held.tries())
            .put("touchstone.verdict", verdict.name())
            .build();
    return tracing.add(
        TraceContext.parse(held.traceparent()), "judge", begun(held, now), now, failed, attributes);
  }

  private static Attributes attributes(Phase phase) {
    AttributesBuilder attributes = Attributes.builder();
    if (phase.group() != null) {
      attributes.put("touchstone.group", phase.group()).put("touchstone.tests", phase.tests());
    }
    return attributes.build();
  }

  /** Unknown for a lease that a process of an older version gave. */
  private static Instant begun(LeaseStore.Held held, Instant now) {
    Instant since = held.judgingSince();
    return since == null || since.isAfter(now) ? now : since;
  }

  private static Instant within(LeaseStore.Held held, long micros, Instant now) {
    Instant begun = begun(held, now);
    long most = ChronoUnit.MICROS.between(begun, now);
    return begun.plus(Math.clamp(micros, 0, most), ChronoUnit.MICROS);
  }
}
