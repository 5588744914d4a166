package dev.touchstone.scores.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Counts submissions to an exercise. Thread-safe. */
final class StatisticsStore {
  private final Jdbi jdbi;

  StatisticsStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  ExerciseStatistics ofExercise(long exerciseId) {
    String sql =
        """
        SELECT coalesce(sum(total_attempts), 0) AS attempts, count(*) AS learners,
          count(*) FILTER (WHERE best_status = 'AC') AS solved
        FROM user_exercises WHERE exercise_id = :exercise
        """;
    Map<String, Integer> verdicts = verdicts(exerciseId);
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("exercise", exerciseId)
            .map((row, context) ->
                new ExerciseStatistics(
                    row.getInt("attempts"), row.getInt("learners"), row.getInt("solved"), verdicts))
            .one());
  }

  private Map<String, Integer> verdicts(long exerciseId) {
    String sql =
        """
        SELECT result_status, count(*) AS number FROM scores
        WHERE exercise_id = :exercise AND result_status IS NOT NULL
        GROUP BY result_status
        """;
    Map<String, Integer> verdicts = new TreeMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(sql)
            .bind("exercise", exerciseId)
            .map((row, context) -> Map.entry(row.getString("result_status"), row.getInt("number")))
            .forEach(entry -> verdicts.put(entry.getKey(), entry.getValue())));
    return verdicts;
  }
}
