package dev.touchstone.scores.results;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which learners and exercises to show, and in which order.
 *
 * @param exercises only these count, and only learners who attempted one of them are shown; empty
 *     for all exercises
 * @param learners only these are shown; empty for all
 * @param username how the name begins, in any case; null for any
 */
record ResultsQuery(
    Optional<List<Long>> exercises,
    List<Long> learners,
    @Nullable String username,
    ResultsOrder order) {
  /** Copies the lists. */
  ResultsQuery {
    exercises = exercises.map(List::copyOf);
    learners = List.copyOf(learners);
  }
}
