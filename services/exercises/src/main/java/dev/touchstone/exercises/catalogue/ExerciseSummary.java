package dev.touchstone.exercises.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise in the list, on the wire.
 *
 * @param title in the language asked for, or else in the exercise's main one
 * @param categoryLabel what the reader sees of the category
 * @param tagLabels what the reader sees of the tags, in their order
 * @param languages programming languages that a solution may be written in
 * @param locales languages that the statement exists in
 * @param access what the reader may do, where that was asked for
 */
public record ExerciseSummary(
    long id,
    String slug,
    String title,
    String category,
    String categoryLabel,
    String difficultyLevel,
    List<String> tags,
    List<String> tagLabels,
    int points,
    List<String> languages,
    List<String> locales,
    int revision,
    boolean isActive,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String access) {}
