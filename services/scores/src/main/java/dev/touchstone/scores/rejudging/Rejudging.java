package dev.touchstone.scores.rejudging;

import java.time.Instant;

/**
 * All submissions to an exercise, judged again, and how many of them are how far.
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
