package dev.touchstone.exercises.collection;

import dev.touchstone.exercises.catalogue.ExerciseSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A collection with its exercises, on the wire.
 *
 * @param titles by locale; {@code title} is the one for the reader
 * @param descriptions plain text, by locale
 * @param mayEdit whether the reader may change it
 * @param exercises those that the reader may see, in their order
 */
record CollectionView(
    long id,
    String title,
    String description,
    Map<String, String> titles,
    Map<String, String> descriptions,
    boolean isActive,
    boolean mayEdit,
    int version,
    Instant createdAt,
    Instant updatedAt,
    List<ExerciseSummary> exercises) {}
