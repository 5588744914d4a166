package dev.touchstone.scores.statistics;

import dev.touchstone.platformdata.database.Reads;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts submissions to an exercise. Thread-safe. */
final class StatisticsStore {
  /** Into how many parts a limit is divided. */
  static final int TENTHS = 10;

  private final Reads reads;

  StatisticsStore(Reads reads) {
    this.reads = reads;
  }

  /** What {@code user_exercises} adds up to. */
  record Totals(int attempts, int learners, int solved) {}

  Totals totals(long exerciseId) {
    String sql =
        """
        SELECT coalesce(sum(total_attempts), 0) AS attempts, count(*) AS learners,
          count(*) FILTER (WHERE best_status = 'AC') AS solved
        FROM user_exercises WHERE exercise_id = :exercise
        """;
    return reads.withHandle(
        handle -> handle.createQuery(sql).bind("exercise", exerciseId).mapTo(Totals.class).one());
  }

  /** Only exercises that somebody attempted, by id. */
  List<SolverCount> solvers(List<Long> exerciseIds) {
    String sql =
        """
        SELECT exercise_id, count(*) AS learners,
          count(*) FILTER (WHERE best_status = 'AC') AS solved
        FROM user_exercises WHERE exercise_id = ANY(:exercises)
        GROUP BY exercise_id ORDER BY exercise_id
        """;
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .bindArray("exercises", Long.class, exerciseIds)
            .mapTo(SolverCount.class)
            .list());
  }

  private record VerdictCount(String verdict, int submissions) {}

  Map<String, Integer> verdicts(long exerciseId) {
    String sql =
        """
        SELECT result_status AS verdict, count(*) AS submissions FROM scores
        WHERE exercise_id = :exercise AND result_status IS NOT NULL
        GROUP BY result_status
        """;
    List<VerdictCount> counts =
        reads.withHandle(handle ->
            handle.createQuery(sql).bind("exercise", exerciseId).mapTo(VerdictCount.class).list());
    Map<String, Integer> verdicts = new TreeMap<>();
    counts.forEach(count -> verdicts.put(count.verdict(), count.submissions()));
    return verdicts;
  }

  /** The longest CPU time of an accepted submission, in milliseconds; 0 if there is none. */
  long longestTime(long exerciseId) {
    String sql =
        """
        SELECT coalesce(max(execution_time_ms), 0) FROM scores
        WHERE exercise_id = :exercise AND result_status = 'AC'
        """;
    return reads.withHandle(
        handle -> handle.createQuery(sql).bind("exercise", exerciseId).mapTo(Long.class).one());
  }

  private record BucketCount(int bucket, int submissions) {}

  /** How many accepted submissions took which tenth of a limit, from 0; 10 is all beyond. */
  Map<Integer, Integer> times(long exerciseId, long limitMs) {
    String sql =
        """
        SELECT least(execution_time_ms * :tenths / :limit, :tenths) AS bucket,
          count(*) AS submissions
        FROM scores
        WHERE exercise_id = :exercise AND result_status = 'AC' AND execution_time_ms IS NOT NULL
        GROUP BY bucket
        """;
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("exercise", exerciseId)
            .bind("limit", limitMs)
            .bind("tenths", TENTHS)
            .mapTo(BucketCount.class)
            .collect(Collectors.toMap(BucketCount::bucket, BucketCount::submissions)));
  }
}
