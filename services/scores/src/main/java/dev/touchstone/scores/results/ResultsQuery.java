package dev.touchstone.scores.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which learners and exercises to show, and in which order.
 *
 * @param exercises only these count, and only learners who attempted one of them are shown; empty
 *     for all
 * @param learners only these are shown; empty for all
 * @param username how the name begins, in any case; null for any
 */
record ResultsQuery(
    List<Long> exercises, List<Long> learners, @Nullable String username, ResultsOrder order) {
  /** Copies the lists. */
  ResultsQuery {
    exercises = List.copyOf(exercises);
    learners = List.copyOf(learners);
  }
}
