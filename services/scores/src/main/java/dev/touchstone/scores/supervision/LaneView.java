package dev.touchstone.scores.supervision;

import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueLength;
import dev.touchstone.scores.queue.QueueMetrics.Waits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue of a lane on the wire. */
record LaneView(
    String lane,
    long waiting,
    @Nullable Instant oldestQueuedAt,
    long judging,
    long failed,
    @Nullable Long waitMedianMs,
    @Nullable Long waitP95Ms) {
  static LaneView of(Lane lane, QueueLength length, Optional<Waits> waits) {
    return new LaneView(
        lane.wireName(),
        length.queued(),
        length.oldest(),
        length.leased(),
        length.failed(),
        waits.map(Waits::medianMs).orElse(null),
        waits.map(Waits::p95Ms).orElse(null));
  }
}
