package dev.touchstone.scores.results;

import dev.touchstone.platformdata.database.Reads;
import dev.touchstone.scores.progress.ExerciseProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads {@code learners} and {@code user_exercises} as a table. Thread-safe. */
final class ResultsStore {
  private static final String SELECT =
      """
      SELECT learners.user_id, username, lower(username) AS sort_name, <points> AS points,
        <solved> AS solved
      FROM learners <totals>
      WHERE true <conditions>
      ORDER BY <keys> LIMIT :limit
      """;

  /** Where only some exercises count. */
  private static final String TOTALS =
      """
      JOIN (
        SELECT user_id, coalesce(sum(best_score), 0) AS points,
          CAST(count(*) FILTER (WHERE best_status = 'AC') AS integer) AS solved
        FROM user_exercises WHERE exercise_id = ANY(:exercises) GROUP BY user_id
      ) AS totals USING (user_id)
      """;

  private final Reads reads;

  ResultsStore(Reads reads) {
    this.reads = reads;
  }

  /** The learners after a place. */
  List<LearnerTotals> learners(ResultsQuery query, Optional<ResultsOrder.Place> after, int limit) {
    boolean some = query.exercises().isPresent();
    String source = some ? "totals" : "learners";
    // Only what is asked for, so that the database plans for just that. A range serves a prefix
    // from the index even where the plan does not know the value.
    String conditions =
        after.map(place -> " AND " + query.order().after(source)).orElse("")
            + (query.learners().isEmpty() ? "" : " AND learners.user_id = ANY(:learners)")
            + (query.username() == null
                ? ""
                : " AND lower(username) COLLATE \"C\" >= :from AND lower(username) COLLATE \"C\" < :to");
    String prefix = query.username() == null ? "" : query.username();
    return reads.withHandle(handle ->
        handle
            .createQuery(SELECT)
            .define("totals", some ? TOTALS : "")
            .define("conditions", conditions)
            .define("keys", query.order().keys(source))
            .define("points", source + ".points")
            .define("solved", source + ".solved")
            .bindArray("exercises", Long.class, query.exercises().orElse(List.of()))
            .bindArray("learners", Long.class, query.learners())
            .bind("from", prefix)
            .bind("to", prefix + "\uDBFF\uDFFF") // the last character that there is
            .bind("key", after.map(ResultsOrder.Place::key).orElse(null))
            .bind("user", after.map(ResultsOrder.Place::userId).orElse(null))
            .bind("limit", limit)
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .mapTo(LearnerTotals.class)
            .list());
  }

  private record OfLearner(long userId, @Nested ExerciseProgress progress) {}

  /** What learners achieved in some exercises or in all, by learner. */
  Map<Long, List<ExerciseProgress>> exercises(List<Long> learners, Optional<List<Long>> exercises) {
    String sql =
        """
        SELECT * FROM user_exercises WHERE user_id = ANY(:learners) <condition>
        ORDER BY user_id, exercise_id
        """;
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .define("condition", exercises.isEmpty() ? "" : "AND exercise_id = ANY(:exercises)")
            .bindArray("learners", Long.class, learners)
            .bindArray("exercises", Long.class, exercises.orElse(List.of()))
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .mapTo(OfLearner.class)
            .collect(
                Collectors.groupingBy(
                    OfLearner::userId,
                    Collectors.mapping(OfLearner::progress, Collectors.toList()))));
  }

  /** The ids of all exercises that anybody attempted; steps through the index from id to id. */
  List<Long> attemptedExercises() {
    String sql =
        """
        WITH RECURSIVE found AS (
          (SELECT exercise_id FROM user_exercises ORDER BY exercise_id LIMIT 1)
          UNION ALL
          SELECT (SELECT exercise_id FROM user_exercises
                  WHERE exercise_id > found.exercise_id ORDER BY exercise_id LIMIT 1)
          FROM found WHERE exercise_id IS NOT NULL
        )
        SELECT exercise_id FROM found WHERE exercise_id IS NOT NULL
        """;
    return reads.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).list());
  }
}
