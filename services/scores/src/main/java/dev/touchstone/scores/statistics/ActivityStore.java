package dev.touchstone.scores.statistics;

import dev.touchstone.platformdata.database.Reads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads when learners submitted. Thread-safe. */
final class ActivityStore {
  private final Reads reads;

  ActivityStore(Reads reads) {
    this.reads = reads;
  }

  /** What was submitted within a quarter of an hour. */
  record Quarter(Instant began, int submissions, int accepted) {}

  /**
   * All of a learner's quarters of an hour, the oldest first. Days of all time zones are sums.
   *
   * @param exercises those that count, empty for all
   */
  List<Quarter> ofLearner(long userId, Optional<List<Long>> exercises) {
    String sql =
        """
        SELECT date_bin('15 minutes', submitted_at, TIMESTAMPTZ 'epoch') AS began,
          count(*) AS submissions, count(*) FILTER (WHERE result_status = 'AC') AS accepted
        FROM scores WHERE user_id = :user AND status <> 'cancelled' <condition>
        GROUP BY began ORDER BY began
        """;
    return reads.withHandle(handle ->
        handle
            .createQuery(sql)
            .define("condition", exercises.isEmpty() ? "" : "AND exercise_id = ANY(:exercises)")
            .bind("user", userId)
            .bindArray("exercises", Long.class, exercises.orElse(List.of()))
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .mapTo(Quarter.class)
            .list());
  }
}
