package dev.touchstone.scores.statistics;

/**
 * How many learners tried an exercise, on the wire.
 *
 * @param learners who submitted
 * @param solved who got AC
 */
record SolverCount(long exerciseId, int learners, int solved) {}
