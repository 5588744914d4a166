package dev.touchstone.exercises.exercise;

import java.time.Instant;

/**
 * What identifies an exercise at its current revision, without its contents.
 *
 * @param revision counts from one
 * @param isActive whether learners see it
 */
public record ExerciseHead(
    long id, String slug, int revision, boolean isActive, Instant createdAt) {}
