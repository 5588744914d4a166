package dev.touchstone.exercises.exercise;

import java.time.Instant;

/**
 * An exercise at its current revision.
 *
 * @param revision counts from one
 * @param isActive whether learners see it
 */
public record Exercise(
    long id,
    int revision,
    ExerciseContent content,
    boolean isActive,
    Instant createdAt,
    Instant updatedAt) {}
