package dev.touchstone.scores.judging;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs of a lane have not been judged.
 *
 * @param oldest since when the oldest job waits; null if none does
 * @param failed those that no judge could judge
 */
public record QueueLength(long queued, @Nullable Instant oldest, long leased, long failed) {
  /** Counts them, which reads every one. */
  public static QueueLength of(Handle handle, Lane lane) {
    String sql =
        """
        SELECT count(*) FILTER (WHERE status = 'queued') AS queued,
          min(queued_at) FILTER (WHERE status = 'queued') AS oldest,
          count(*) FILTER (WHERE status = 'judging') AS leased,
          count(*) FILTER (WHERE status = 'judge_error') AS failed
        FROM <table> WHERE status IN ('queued', 'judging', 'judge_error')
        """;
    return handle.createQuery(sql).define("table", lane.table()).mapTo(QueueLength.class).one();
  }
}
