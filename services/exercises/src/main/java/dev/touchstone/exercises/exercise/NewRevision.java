package dev.touchstone.exercises.exercise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision to store; its objects are already in the object store.
 *
 * @param authorId who made it, null for a starter package
 */
record NewRevision(
    ExerciseContent content, PackageTree tree, @Nullable Long authorId, Instant createdAt) {}
