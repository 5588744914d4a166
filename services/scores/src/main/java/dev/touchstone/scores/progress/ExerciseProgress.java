package dev.touchstone.scores.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has achieved in an exercise, on the wire.
 *
 * @param bestScore null until an attempt is judged
 * @param bestStatus the verdict of the attempt that gave the best score
 */
public record ExerciseProgress(
    long exerciseId,
    Instant firstAttempt,
    Instant lastAttempt,
    int totalAttempts,
    @Nullable Double bestScore,
    @Nullable String bestStatus) {}
