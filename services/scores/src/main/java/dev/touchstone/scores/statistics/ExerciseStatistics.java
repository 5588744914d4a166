package dev.touchstone.scores.statistics;

import java.util.Map;

/**
 * Figures about an exercise, on the wire; all 0 for one that nobody attempted.
 *
 * @param attempts submissions
 * @param learners who submitted
 * @param solved who got AC
 * @param verdicts how often each verdict was given
 */
record ExerciseStatistics(int attempts, int learners, int solved, Map<String, Integer> verdicts) {}
