package dev.touchstone.scores.judging;

import org.jdbi.v3.core.Handle;

/**
 * Whose turn it is: fair queueing by start tags. A job's place follows that of the last job of its
 * flow that still waits, but is never before the place that is served now. So the flows take turns
 * however much one of them has queued, and within a turn the job that has waited longest goes
 * first.
 */
public final class QueuePlace {
  /** The flow of rejudging: all rejudged submissions together take turns like one learner. */
  public static final long REJUDGING = 0;

  private QueuePlace() {}

  /** The place of the next job of a flow. */
  public static long next(Handle handle, Lane lane, long flow) {
    String sql =
        """
        SELECT 1 + greatest(
          coalesce((SELECT max(place) FROM <table> WHERE status <> 'queued'), 0),
          coalesce((SELECT max(place) FROM <table> WHERE status = 'queued' AND flow = :flow), 0))
        """;
    return handle
        .createQuery(sql)
        .define("table", lane.table())
        .bind("flow", flow)
        .mapTo(Long.class)
        .one();
  }
}
