package dev.touchstone.scores.rejudging;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.scores.judging.Requeueing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** The table {@code rejudgings}, and the submissions in {@code scores} that belong to one. */
final class RejudgingStore {
  /** The first of the two keys of the advisory lock: "reju" in ASCII. */
  private static final int LOCK = 0x72656a75;

  private static final String SELECT =
      """
      SELECT rejudgings.id, rejudgings.exercise_id, rejudgings.exercise_revision, started_at,
        submissions,
        count(*) FILTER (WHERE status = 'queued') AS waiting,
        count(*) FILTER (WHERE status = 'judging') AS judging,
        count(*) FILTER (WHERE status = 'judged') AS judged,
        count(*) FILTER (WHERE status = 'judge_error') AS failed
      FROM rejudgings LEFT JOIN scores ON scores.rejudging_id = rejudgings.id
      """;

  private RejudgingStore() {}

  /**
   * What was started.
   *
   * @param followed ids of the submissions that may have followers, which had not been judged yet
   */
  record Started(long id, List<Long> followed) {}

  /** Waits until nobody else starts a rejudging of the exercise, until the transaction ends. */
  static void lock(Handle handle, long exerciseId) {
    handle.execute("SELECT pg_advisory_xact_lock(?, ?)", LOCK, Long.hashCode(exerciseId));
  }

  static Optional<Rejudging> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "WHERE rejudgings.id = :id GROUP BY rejudgings.id")
        .bind("id", id)
        .mapTo(Rejudging.class)
        .findOne();
  }

  /** Rejudgings below an id, of some exercises or all, the newest first. */
  static List<Rejudging> list(
      Handle handle, Optional<List<Long>> exercises, long below, int limit) {
    String condition =
        "WHERE rejudgings.id IN (SELECT id FROM rejudgings WHERE id < :below"
            + (exercises.isEmpty() ? "" : " AND exercise_id = ANY(:exercises)")
            + " ORDER BY id DESC LIMIT :limit) GROUP BY rejudgings.id ORDER BY rejudgings.id DESC";
    return handle
        .createQuery(SELECT + condition)
        .bind("below", below)
        .bindArray("exercises", Long.class, exercises.orElse(List.of()))
        .bind("limit", limit)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .mapTo(Rejudging.class)
        .list();
  }

  /** The rejudging of this revision that has not ended. */
  static Optional<Rejudging> findOpen(Handle handle, ExerciseTerms exercise) {
    String condition =
        """
        WHERE rejudgings.exercise_id = :exercise AND rejudgings.exercise_revision = :revision
        GROUP BY rejudgings.id HAVING count(*) FILTER (WHERE status IN ('queued', 'judging')) > 0
        ORDER BY rejudgings.id DESC LIMIT 1
        """;
    return handle
        .createQuery(SELECT + condition)
        .bind("exercise", exercise.exerciseId())
        .bind("revision", exercise.revision())
        .mapTo(Rejudging.class)
        .findOne();
  }

  /**
   * Queues all submissions to an exercise again, the oldest first, and keeps their results, in one
   * statement. It locks them first, so that no result is stored between the two.
   */
  static Started start(Handle handle, ExerciseTerms exercise, long userId, Instant now) {
    String sql =
        """
        WITH locked AS (
          SELECT id, <columns> FROM scores
          WHERE exercise_id = :exercise AND status <> 'cancelled' ORDER BY id FOR UPDATE
        ), chosen AS (
          SELECT *, status AS before, row_number() OVER (ORDER BY id) AS turn FROM locked
        ), started AS (
          INSERT INTO rejudgings
            (exercise_id, exercise_revision, started_by, started_at, submissions)
          SELECT :exercise, :revision, :user, :now, count(*) FROM chosen
          RETURNING id
        ), kept AS (
          INSERT INTO rejudged_scores (rejudging_id, submission_id, <columns>)
          SELECT started.id, chosen.id, <kept> FROM chosen, started
        ), requeued AS (
          UPDATE scores
          SET <requeued>, place = :place + turn - 1, rejudging_id = started.id
          FROM chosen, started WHERE scores.id = chosen.id AND scores.status <> 'cancelled'
          RETURNING scores.id, before
        )
        SELECT id,
          ARRAY(SELECT id FROM requeued WHERE before IN ('queued', 'judging')) AS followed
        FROM started
        """;
    return Requeueing.bind(handle.createQuery(sql), handle, exercise, now)
        .define("columns", Outcome.columns())
        .define("kept", Outcome.columns("chosen"))
        .bind("exercise", exercise.exerciseId())
        .bind("user", userId)
        .mapTo(Started.class)
        .one();
  }

  /**
   * Forgets the tests of the submissions that a rejudging has just queued. A part of the statement
   * that queues them would not see the tests of a report that was stored while that statement ran.
   */
  static void voidTests(Handle handle, long id) {
    handle.execute(
        "DELETE FROM score_tests USING scores WHERE job_id = scores.id AND rejudging_id = ?", id);
  }
}
