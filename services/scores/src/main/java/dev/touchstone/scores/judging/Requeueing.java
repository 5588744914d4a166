package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What happens to a submission that is judged again, one or many: it waits on the exercise as it is
 * now, a report on the former judging changes nothing any more, and followers hear of it.
 */
public final class Requeueing {
  /** Of an update of scores that also sets the place; see {@link #bind}. */
  private static final String CHANGES =
      """
      status = 'queued', queued_at = :now, flow = :flow, tries = 0,
      fencing_token = fencing_token + 1, leased_until = NULL, excluded_until = NULL,
      traceparent = NULL, judging_error = NULL, exercise_revision = :revision, exercise_points = :points,
      compile_output = NULL, tests_total = NULL, event_number = event_number + 1,
      state_event = event_number + 1, queued_event = event_number + 1
      """;

  private Requeueing() {}

  /**
   * Fills {@code <requeued>}, which goes before the other changes of the update, and binds what it
   * needs, and {@code place}, where the first submission will wait.
   */
  public static <S extends SqlStatement<S>> S bind(
      S statement, Handle handle, ExerciseTerms exercise, Instant now) {
    return statement
        .define("requeued", CHANGES)
        .bind("revision", exercise.revision())
        .bind("points", exercise.points())
        .bind("now", now)
        .bind("flow", QueuePlace.REJUDGING)
        .bind("place", QueuePlace.next(handle, Lane.SUBMISSION, QueuePlace.REJUDGING));
  }
}
