package dev.touchstone.scores.progress;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads {@code user_exercises}. Thread-safe. */
final class ProgressStore {
  private final Jdbi jdbi;

  ProgressStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A learner's exercises, the last attempted first. */
  List<ExerciseProgress> ofLearner(long userId) {
    String sql =
        """
        SELECT * FROM user_exercises WHERE user_id = :user
        ORDER BY last_attempt DESC, exercise_id
        """;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("user", userId).mapTo(ExerciseProgress.class).list());
  }
}
