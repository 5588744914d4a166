package dev.touchstone.scores.supervision;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.scores.judging.Requeueing;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Submissions in {@code scores} that no judge could judge. */
final class FailureStore {
  private FailureStore() {}

  /** Lists those before the given id, the newest first. */
  static List<FailureView> before(Handle handle, long id, int limit) {
    String sql =
        """
        SELECT id, exercise_id, user_id, username, language, submitted_at, judged_at, tries, judge,
          judging_error
        FROM scores JOIN learners USING (user_id)
        WHERE status = 'judge_error' AND id < :id
        ORDER BY id DESC LIMIT :limit
        """;
    return handle
        .createQuery(sql)
        .bind("id", id)
        .bind("limit", limit)
        .mapTo(FailureView.class)
        .list();
  }

  /** The exercises of all, or of some. */
  static List<Long> exercises(Handle handle, boolean all, List<Long> ids) {
    String sql =
        "SELECT DISTINCT exercise_id FROM scores WHERE status = 'judge_error' <some> ORDER BY 1";
    return handle
        .createQuery(sql)
        .define("some", all ? "" : "AND id = ANY(:ids)")
        .bindArray("ids", Long.class, ids)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .mapTo(Long.class)
        .list();
  }

  /** Queues those of an exercise again, on its current revision; returns their ids. */
  static List<Long> retry(
      Handle handle, ExerciseTerms exercise, boolean all, List<Long> ids, Instant now) {
    String sql =
        """
        WITH chosen AS (
          SELECT id, row_number() OVER (ORDER BY id) AS turn FROM scores
          WHERE status = 'judge_error' AND exercise_id = :exercise <some>
        )
        UPDATE scores
        SET <requeued>, place = :place + turn - 1
        FROM chosen WHERE scores.id = chosen.id AND status = 'judge_error'
        RETURNING scores.id
        """;
    return Requeueing.bind(handle.createQuery(sql), handle, exercise, now)
        .define("some", all ? "" : "AND id = ANY(:ids)")
        .bindArray("ids", Long.class, ids)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("exercise", exercise.exerciseId())
        .mapTo(Long.class)
        .list();
  }
}
