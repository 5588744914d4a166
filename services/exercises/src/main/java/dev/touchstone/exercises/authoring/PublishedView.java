package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.exercise.ExerciseHead;

/** An exercise after a change, on the wire. */
record PublishedView(long id, String slug, int revision, boolean isActive) {
  static PublishedView of(ExerciseHead exercise) {
    return new PublishedView(
        exercise.id(), exercise.slug(), exercise.revision(), exercise.isActive());
  }

  /** For {@code If-Match}. */
  String entityTag() {
    return RevisionTag.of(revision);
  }
}
