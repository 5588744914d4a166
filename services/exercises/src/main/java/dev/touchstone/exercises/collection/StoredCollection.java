package dev.touchstone.exercises.collection;

import dev.touchstone.platformdata.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code collections} with its exercises in their order.
 *
 * @param ownerId 0 for the administrators
 * @param isActive whether learners see it
 * @param version counts the changes
 */
record StoredCollection(
    long id,
    long ownerId,
    @JsonColumn Map<String, String> titles,
    @JsonColumn Map<String, String> descriptions,
    boolean isActive,
    int version,
    Instant createdAt,
    Instant updatedAt,
    List<Long> exerciseIds) {
  StoredCollection {
    titles = Map.copyOf(titles);
    descriptions = Map.copyOf(descriptions);
    exerciseIds = List.copyOf(exerciseIds);
  }
}
