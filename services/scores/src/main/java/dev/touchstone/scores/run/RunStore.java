package dev.touchstone.scores.run;

import dev.touchstone.platform.http.Json;
import dev.touchstone.scores.exercise.Exercise;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramOutput;
import dev.touchstone.scores.judging.QueuePlace;
import dev.touchstone.scores.judging.SubmissionData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs in the table {@code runs}. */
final class RunStore {
  private RunStore() {}

  /** Adds a run to the queue; the caller holds the learner's lock. */
  static Run insert(
      Handle handle,
      long userId,
      Exercise exercise,
      Code code,
      @Nullable String input,
      Instant now) {
    String sql =
        """
        INSERT INTO runs
          (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at,
           queued_at, flow, place)
        VALUES (:user, :exercise, :revision, :language, CAST(:data AS json), :now, :now, :user,
          :place)
        RETURNING *
        """;
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bind("exercise", exercise.exerciseId())
        .bind("revision", exercise.revision())
        .bind("language", code.language())
        .bind("data", new SubmissionData(code.files(), input).json())
        .bind("now", now)
        .bind("place", QueuePlace.next(handle, Lane.RUN, userId))
        .map((row, context) -> run(row))
        .one();
  }

  static Optional<Run> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM runs WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> run(row))
        .findOne();
  }

  /** Deletes what nobody looks at any more. */
  static int deleteBefore(Handle handle, Instant time) {
    return handle.execute("DELETE FROM runs WHERE submitted_at < ?", time);
  }

  private static Run run(ResultSet row) throws SQLException {
    JudgingState state = JudgingState.read(Lane.RUN, row);
    String output = row.getString("output");
    return new Run(
        state, output == null ? null : Json.TOLERANT.readValue(output, ProgramOutput.class));
  }
}
