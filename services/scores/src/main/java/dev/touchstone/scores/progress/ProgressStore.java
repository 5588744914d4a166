package dev.touchstone.scores.progress;

import dev.touchstone.platformdata.database.Reads;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads {@code user_exercises}. Thread-safe. */
final class ProgressStore {
  private final Reads reads;

  ProgressStore(Reads reads) {
    this.reads = reads;
  }

  /** A learner's exercises, all or some, the last attempted first. */
  List<ExerciseProgress> ofLearner(long userId, Optional<List<Long>> exercises) {
    String sql =
        """
        SELECT * FROM user_exercises WHERE user_id = :user <condition>
        ORDER BY last_attempt DESC, exercise_id
        """;
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .define("condition", exercises.isEmpty() ? "" : "AND exercise_id = ANY(:exercises)")
            .bind("user", userId)
            .bindArray("exercises", Long.class, exercises.orElse(List.of()))
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .mapTo(ExerciseProgress.class)
            .list());
  }
}
