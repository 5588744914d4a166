package dev.touchstone.scores.rejudging;

import java.time.Instant;

/**
 * The rejudging of all submissions to an exercise, and how far it is.
 *
 * @param submissions how many were queued
 * @param failed those that no judge could judge
 */
record Rejudging(
    long id,
    long exerciseId,
    int exerciseRevision,
    Instant startedAt,
    int submissions,
    int waiting,
    int judging,
    int judged,
    int failed) {}
