package dev.touchstone.scores.judging;

import dev.touchstone.platform.http.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * How much one learner may have in a queue.
 *
 * @param most the number of jobs per lane
 */
public record QueueCap(int most) {
  /**
   * Checks that there is room for one more; the caller holds the learner's lock.
   *
   * @throws ProblemException 429 {@code too_many_queued}
   */
  public void require(Handle handle, Lane lane, long userId) {
    String sql =
        "SELECT count(*) FROM <table> WHERE status = 'queued' AND flow = :user AND user_id = :user";
    int queued =
        handle
            .createQuery(sql)
            .define("table", lane.table())
            .bind("user", userId)
            .mapTo(Integer.class)
            .one();
    if (queued >= most) {
      throw ProblemException.of(
              429,
              "too_many_queued",
              "You already have " + queued + " in the queue. Wait until some are judged.")
          .withHeader("Retry-After", "5");
    }
  }
}
