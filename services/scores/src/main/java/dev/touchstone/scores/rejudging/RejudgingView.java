package dev.touchstone.scores.rejudging;

import java.time.Instant;

/** A rejudging in responses; the contract calls it {@code Rejudging}. */
record RejudgingView(
    long id,
    long exerciseId,
    int exerciseRevision,
    Instant startedAt,
    int submissions,
    int waiting,
    int judging,
    int judged,
    int failed,
    int superseded) {
  static RejudgingView of(Rejudging rejudging) {
    int there = rejudging.waiting() + rejudging.judging() + rejudging.judged() + rejudging.failed();
    return new RejudgingView(
        rejudging.id(),
        rejudging.exerciseId(),
        rejudging.exerciseRevision(),
        rejudging.startedAt(),
        rejudging.submissions(),
        rejudging.waiting(),
        rejudging.judging(),
        rejudging.judged(),
        rejudging.failed(),
        rejudging.submissions() - there);
  }
}
