package dev.touchstone.scores.leaderboard;

import dev.touchstone.platformdata.database.Reads;
import java.util.List;

/** Ranks those who solved an exercise. Thread-safe. */
final class SolverStore {
  private static final String FIRST =
      """
      SELECT rank() OVER (ORDER BY improved_at) AS rank, user_id, improved_at AS solved_at,
        CAST(NULL AS bigint) AS time_ms
      FROM user_exercises
      WHERE exercise_id = :exercise AND best_status = 'AC' AND improved_at IS NOT NULL
      ORDER BY improved_at, user_id LIMIT :limit
      """;

  private static final String FASTEST =
      """
      SELECT rank() OVER (ORDER BY time_ms) AS rank, user_id, solved_at, time_ms
      FROM (
        SELECT user_id, min(execution_time_ms) AS time_ms,
          (array_agg(submitted_at ORDER BY execution_time_ms, id))[1] AS solved_at
        FROM scores
        WHERE exercise_id = :exercise AND result_status = 'AC' AND execution_time_ms IS NOT NULL
        GROUP BY user_id) AS fastest
      ORDER BY time_ms, solved_at, user_id LIMIT :limit
      """;

  private final Reads reads;

  SolverStore(Reads reads) {
    this.reads = reads;
  }

  /** Who solved it first. */
  List<Solver> first(long exerciseId, int limit) {
    return ranked(FIRST, exerciseId, limit);
  }

  /** Whose program took the least time. */
  List<Solver> fastest(long exerciseId, int limit) {
    return ranked(FASTEST, exerciseId, limit);
  }

  private List<Solver> ranked(String sql, long exerciseId, int limit) {
    String named =
        "SELECT ranked.*, username FROM ("
            + sql
            + ") AS ranked JOIN learners USING (user_id) ORDER BY rank, solved_at, user_id";
    return reads.withHandle(handle ->
        handle
            .createQuery(named)
            .bind("exercise", exerciseId)
            .bind("limit", limit)
            .mapTo(Solver.class)
            .list());
  }
}
