package dev.touchstone.scores.judging;

import dev.touchstone.platform.http.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * Takes back a job for the learner who queued it. A judge that works on it learns from its next
 * report that it lost the lease, and stops.
 */
public final class Cancelling {
  private Cancelling() {}

  /**
   * Cancels a job of the learner unless it has ended; the caller holds the learner's lock. What an
   * author had judged again is the author's. The place is given up, since later jobs come after the
   * last place that was served.
   *
   * @return whether this call cancelled it; false if it was cancelled before
   * @throws ProblemException 409 {@code already_judged} or {@code being_rejudged}
   */
  public static boolean cancel(Handle handle, JudgingState known, long userId) {
    String sql =
        """
        UPDATE <table>
        SET status = 'cancelled', place = 0, fencing_token = fencing_token + 1,
            leased_until = NULL, excluded_until = NULL, judging_error = NULL,
            compile_output = NULL, tests_total = NULL, event_number = event_number + 1,
            state_event = event_number + 1
        WHERE id = :id AND flow = :user AND user_id = :user AND status IN ('queued', 'judging')
        """;
    Job job = known.job();
    int changed =
        handle
            .createUpdate(sql)
            .define("table", job.lane().table())
            .bind("id", job.id())
            .bind("user", userId)
            .execute();
    if (changed == 1) {
      TestStore.forget(handle, job);
      return true;
    }
    if (known.status() == Status.CANCELLED) {
      return false;
    }
    throw known.status().isFinal()
        ? ProblemException.conflict("already_judged", "This has been judged already.")
        : ProblemException.conflict(
            "being_rejudged", "An author is having this judged again; it cannot be cancelled.");
  }
}
