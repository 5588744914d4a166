package dev.touchstone.scores.statistics;

import java.util.List;
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
    Totals totals =
        jdbi.withHandle(handle ->
            handle.createQuery(sql).bind("exercise", exerciseId).mapTo(Totals.class).one());
    return new ExerciseStatistics(
        totals.attempts(), totals.learners(), totals.solved(), verdicts(exerciseId));
  }

  private record Totals(int attempts, int learners, int solved) {}

  private record VerdictCount(String verdict, int submissions) {}

  private Map<String, Integer> verdicts(long exerciseId) {
    String sql =
        """
        SELECT result_status AS verdict, count(*) AS submissions FROM scores
        WHERE exercise_id = :exercise AND result_status IS NOT NULL
        GROUP BY result_status
        """;
    List<VerdictCount> counts =
        jdbi.withHandle(handle ->
            handle.createQuery(sql).bind("exercise", exerciseId).mapTo(VerdictCount.class).list());
    Map<String, Integer> verdicts = new TreeMap<>();
    counts.forEach(count -> verdicts.put(count.verdict(), count.submissions()));
    return verdicts;
  }
}
