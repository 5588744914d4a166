package dev.touchstone.scores.run;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueuePlace;
import dev.touchstone.scores.judging.SubmissionData;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs in the table {@code runs}. */
final class RunStore {
  private static final String COLUMNS = JudgingState.columns(Lane.RUN) + ", output";

  private RunStore() {}

  /** Adds a run to the queue; the caller holds the learner's lock. */
  static Run insert(
      Handle handle,
      long userId,
      ExerciseTerms exercise,
      Code code,
      @Nullable String input,
      Instant now) {
    String sql =
        """
        INSERT INTO runs
          (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at,
           queued_at, flow, place, traceparent)
        VALUES (:user, :exercise, :revision, :language, CAST(:data AS json), :now, :now, :user,
          :place, :trace)
        RETURNING
        """;
    return handle
        .createQuery(sql + COLUMNS)
        .bind("user", userId)
        .bind("exercise", exercise.exerciseId())
        .bind("revision", exercise.revision())
        .bind("language", code.language())
        .bind("data", new SubmissionData(code.files(), input).json())
        .bind("now", now)
        .bind("trace", TraceContext.current().orElse(null))
        .bind("place", QueuePlace.next(handle, Lane.RUN, userId))
        .mapTo(Run.class)
        .one();
  }

  static Optional<Run> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM runs WHERE id = :id")
        .bind("id", id)
        .mapTo(Run.class)
        .findOne();
  }

  /** Deletes runs submitted before a time. */
  static int deleteBefore(Handle handle, Instant time) {
    return handle.execute("DELETE FROM runs WHERE submitted_at < ?", time);
  }
}
