package dev.touchstone.scores.check;

import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueuePlace;
import dev.touchstone.scores.judging.SubmissionData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code checks}. */
final class CheckStore {
  private static final String COLUMNS = JudgingState.columns(Lane.CHECK);

  private CheckStore() {}

  /**
   * Queues a check.
   *
   * @param exerciseId as the exercises service names the draft
   */
  static JudgingState insert(
      Handle handle, long userId, long exerciseId, int revision, String language, Instant now) {
    String sql =
        """
        INSERT INTO checks
          (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at,
           queued_at, flow, place, traceparent)
        VALUES (:user, :exercise, :revision, :language, CAST(:data AS json), :now, :now, :user,
          :place, :trace)
        RETURNING
        """;
    return handle
        .createQuery(sql + COLUMNS)
        .bind("user", userId)
        .bind("exercise", exerciseId)
        .bind("revision", revision)
        .bind("language", language)
        .bind("data", new SubmissionData(List.of(), null).json())
        .bind("now", now)
        .bind("trace", TraceContext.current().orElse(null))
        .bind("place", QueuePlace.next(handle, Lane.CHECK, userId))
        .mapTo(JudgingState.class)
        .one();
  }

  static Optional<JudgingState> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM checks WHERE id = :id")
        .bind("id", id)
        .mapTo(JudgingState.class)
        .findOne();
  }

  /** A language of a judge that asked for checks lately, of one with as many as any. */
  static Optional<String> language(Handle handle, Instant since) {
    String sql =
        """
        SELECT languages[1] FROM judges
        WHERE seen_at >= :since AND 'check' = ANY(lanes) AND cardinality(languages) > 0
        ORDER BY cardinality(languages) DESC, name LIMIT 1
        """;
    return handle.createQuery(sql).bind("since", since).mapTo(String.class).findOne();
  }

  static int deleteBefore(Handle handle, Instant time) {
    return handle.execute("DELETE FROM checks WHERE submitted_at < ?", time);
  }
}
