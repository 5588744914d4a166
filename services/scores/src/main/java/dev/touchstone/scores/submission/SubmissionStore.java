package dev.touchstone.scores.submission;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.platformdata.database.JsonColumn;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramFile;
import dev.touchstone.scores.judging.QueuePlace;
import dev.touchstone.scores.judging.Requeueing;
import dev.touchstone.scores.judging.Status;
import dev.touchstone.scores.judging.SubmissionData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Submissions in the table {@code scores}. */
final class SubmissionStore {
  private static final String COLUMNS =
      JudgingState.columns(Lane.SUBMISSION)
          + ", attempt_number, score_points, exercise_points, judging_since, ";

  /** Without the program, which few callers show. */
  private static final String SELECT =
      "SELECT "
          + COLUMNS
          + """
            username, (SELECT count(*) FROM score_tests WHERE job_id = scores.id) AS tests_done
          FROM scores JOIN learners USING (user_id)
          """;

  private SubmissionStore() {}

  /**
   * Which submissions to list.
   *
   * @param before the id that all are below
   * @param exercises only submissions to these, null for all
   * @param orOf and those of this learner, null for nobody
   */
  record Filter(
      @Nullable Long userId,
      @Nullable Long exerciseId,
      @Nullable Status status,
      long before,
      @Nullable List<Long> exercises,
      @Nullable Long orOf) {
    /** Everything that is asked for. */
    static Filter of(
        @Nullable Long userId, @Nullable Long exerciseId, @Nullable Status status, long before) {
      return new Filter(userId, exerciseId, status, before, null, null);
    }

    /** The same of one learner only. */
    Filter ofLearner(long learner) {
      return new Filter(learner, exerciseId, status, before, null, null);
    }

    /** The same as far as somebody sees it who sees some exercises. */
    Filter within(long viewer, List<Long> seen) {
      return new Filter(userId, exerciseId, status, before, seen, userId == null ? viewer : null);
    }
  }

  /** Adds a submission to the queue; the caller holds the learner's lock. */
  static Submission insert(
      Handle handle,
      Principal by,
      ExerciseTerms exercise,
      Code code,
      Optional<String> idempotencyKey,
      Instant now) {
    String sql =
        """
        INSERT INTO scores
          (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
           submission_data, idempotency_key, submitted_at, queued_at, flow, place, traceparent)
        VALUES (:user, :exercise, :revision, :points,
          1 + (SELECT coalesce(max(attempt_number), 0) FROM scores
               WHERE user_id = :user AND exercise_id = :exercise),
          :language, CAST(:data AS json), :key, :now, :now, :user, :place, :trace)
        RETURNING
        """;
    return handle
        .createQuery(sql + COLUMNS + "CAST(:username AS text) AS username, 0 AS tests_done")
        .bind("user", by.userId())
        .bind("username", by.username())
        .bind("exercise", exercise.exerciseId())
        .bind("revision", exercise.revision())
        .bind("points", exercise.points())
        .bind("language", code.language())
        .bind("data", new SubmissionData(code.files(), null).json())
        .bind("key", idempotencyKey.orElse(null))
        .bind("now", now)
        .bind("trace", TraceContext.current().orElse(null))
        .bind("place", QueuePlace.next(handle, Lane.SUBMISSION, by.userId()))
        .mapTo(Submission.class)
        .one();
  }

  static Optional<Submission> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .mapTo(Submission.class)
        .findOne();
  }

  private record Stored(@JsonColumn SubmissionData submissionData) {}

  /** The program that was handed in. */
  static List<ProgramFile> program(Handle handle, long id) {
    return handle
        .createQuery("SELECT submission_data FROM scores WHERE id = :id")
        .bind("id", id)
        .mapTo(Stored.class)
        .one()
        .submissionData()
        .files();
  }

  static Optional<Submission> findByKey(Handle handle, long userId, String key) {
    return handle
        .createQuery(SELECT + "WHERE user_id = :user AND idempotency_key = :key")
        .bind("user", userId)
        .bind("key", key)
        .mapTo(Submission.class)
        .findOne();
  }

  /**
   * The newest of each exercise and of one learner: not all that there are before any is sorted.
   */
  private static final String SEEN =
      """
       id = ANY(ARRAY(
         (SELECT id FROM scores WHERE user_id = :orOf AND <rest>)
         UNION
         SELECT newest.id FROM unnest(:exercises) AS seen (exercise) CROSS JOIN LATERAL (
           SELECT id FROM scores WHERE exercise_id = seen.exercise AND <rest>) AS newest))
      """;

  /** Lists submissions, the newest first. */
  static List<Submission> list(Handle handle, Filter filter, int limit) {
    // Only what is asked for, so that the database plans for just that.
    String rest =
        "id < :before"
            + (filter.status() == null ? "" : " AND status = :status")
            + " ORDER BY id DESC LIMIT :limit";
    String where =
        "WHERE"
            + (filter.userId() == null ? "" : " user_id = :user AND")
            + (filter.exerciseId() == null ? "" : " exercise_id = :exercise AND")
            + (filter.exercises() == null
                ? ""
                : filter.orOf() == null ? " exercise_id = ANY(:exercises) AND" : SEEN + " AND")
            + " <rest>";
    return handle
        .createQuery(SELECT + where)
        .define("rest", rest)
        .bind("before", filter.before())
        .bind("orOf", filter.orOf())
        .bindArray(
            "exercises", Long.class, Objects.requireNonNullElse(filter.exercises(), List.of()))
        .bind("user", filter.userId())
        .bind("exercise", filter.exerciseId())
        .bind("status", filter.status() == null ? null : filter.status().wireName())
        .bind("limit", limit)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .mapTo(Submission.class)
        .list();
  }

  /**
   * Puts a submission into the queue again, to be judged on the exercise as it is now; false if its
   * learner cancelled it.
   */
  static boolean requeue(Handle handle, long id, ExerciseTerms exercise, Instant now) {
    String sql =
        """
        UPDATE scores
        SET <requeued>, place = :place, rejudging_id = NULL
        WHERE id = :id AND status <> 'cancelled'
        """;
    return Requeueing.bind(handle.createUpdate(sql), handle, exercise, now).bind("id", id).execute()
        == 1;
  }
}
