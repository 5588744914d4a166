package dev.touchstone.scores.leaderboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A learner's place among those who solved an exercise, on the wire.
 *
 * @param userId null if a pseudonym stands for the learner
 * @param solvedAt when the submission was made that counts
 * @param timeMs CPU time of its slowest test; null in the order of solving
 */
record Solver(
    long rank, @Nullable Long userId, String username, Instant solvedAt, @Nullable Long timeMs) {}
