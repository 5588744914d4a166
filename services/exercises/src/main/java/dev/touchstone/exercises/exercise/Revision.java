package dev.touchstone.exercises.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision in the history of an exercise.
 *
 * @param digest equal for equal packages
 * @param authorId who made it, null if a starter package was loaded
 * @param judged whether judges found that its solutions get their verdicts
 * @param files how many files it has
 * @param size of all its files in bytes
 */
public record Revision(
    int revision,
    String digest,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long authorId,
    boolean judged,
    Instant createdAt,
    int files,
    long size) {}
