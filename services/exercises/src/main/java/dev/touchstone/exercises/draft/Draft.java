package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft without its files.
 *
 * @param exerciseId the exercise that publishing revises, null if it creates one
 * @param baseRevision the revision that the draft began with, null if it creates one
 * @param title for lists
 * @param version counts the changes
 * @param checkId the last check by a judge, null for none
 * @param checkVersion the version that it read
 */
record Draft(
    long id,
    long ownerId,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long exerciseId,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer baseRevision,
    String title,
    int version,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long checkId,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer checkVersion) {}
