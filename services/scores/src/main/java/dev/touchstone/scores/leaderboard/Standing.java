package dev.touchstone.scores.leaderboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A learner's place in the ranking, on the wire.
 *
 * @param rank from 1; the same for those with the same points won at the same time
 * @param userId null if a pseudonym stands for the learner
 * @param lastImprovedAt when the submission was made that won the last points
 */
record Standing(
    long rank,
    @Nullable Long userId,
    String username,
    double points,
    int solved,
    Instant lastImprovedAt) {}
