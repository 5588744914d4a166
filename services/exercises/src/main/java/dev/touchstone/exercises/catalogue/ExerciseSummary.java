package dev.touchstone.exercises.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * An exercise in the list, on the wire.
 *
 * @param title in the language asked for, or else in the exercise's main one
 * @param languages programming languages that a solution may be written in
 * @param locales languages that the statement exists in
 */
public record ExerciseSummary(
    long id,
    String slug,
    String title,
    String category,
    String difficultyLevel,
    List<String> tags,
    int points,
    List<String> languages,
    List<String> locales,
    int revision,
    boolean isActive,
    Instant updatedAt) {}
