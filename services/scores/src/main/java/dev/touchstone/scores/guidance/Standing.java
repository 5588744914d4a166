package dev.touchstone.scores.guidance;

/**
 * How far a learner got with an exercise.
 *
 * @param attempts submissions that were not cancelled
 * @param hints how many hints the learner has looked at
 */
record Standing(int attempts, boolean solved, int hints) {}
