package dev.touchstone.exercises.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision in the history of an exercise.
 *
 * @param digest equal for equal packages
 * @param authorId who made it, null if a starter package was loaded
 * @param files how many files it has
 * @param size of all its files in bytes
 */
public record Revision(
    int revision,
    String digest,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long authorId,
    Instant createdAt,
    int files,
    long size) {}
