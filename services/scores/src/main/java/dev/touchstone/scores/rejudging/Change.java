package dev.touchstone.scores.rejudging;

import org.jspecify.annotations.Nullable;

/**
 * A submission before and after a rejudging, on the wire.
 *
 * @param after null if it was judged again alone since, so that the result was not kept
 * @param changed whether it has another verdict or other points; false until it is judged
 */
record Change(
    long submissionId,
    long userId,
    String username,
    int attemptNumber,
    Outcome before,
    @Nullable Outcome after,
    boolean changed) {}
