package dev.touchstone.exercises.collection;

import java.time.Instant;
import java.util.List;

/**
 * A collection in the list, on the wire.
 *
 * @param exerciseIds of the exercises that learners see, in their order
 */
record CollectionSummary(
    long id,
    String title,
    String description,
    boolean isActive,
    List<Long> exerciseIds,
    Instant updatedAt) {}
