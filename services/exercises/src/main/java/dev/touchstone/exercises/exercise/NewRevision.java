package dev.touchstone.exercises.exercise;

import dev.touchstone.problempackage.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to store; its objects are already in the object store.
 *
 * @param authorId who made it, null for a starter package
 * @param judged whether its solutions are known to get their verdicts
 * @param warnings what its author should know about the package
 */
record NewRevision(
    ExerciseContent content,
    PackageTree tree,
    @Nullable Long authorId,
    boolean judged,
    Instant createdAt,
    List<Fault> warnings) {
  NewRevision {
    warnings = List.copyOf(warnings);
  }
}
