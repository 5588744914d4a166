package dev.touchstone.scores.progress;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Held within a transaction that changes a learner's submissions or what is computed from them, so
 * that counts have neither gaps nor duplicates. Take it before any row is locked: always the same
 * order, so no two transactions wait for each other.
 */
public final class LearnerLock {
  /** The first of the two keys of the advisory lock: "lear" in ASCII. */
  private static final int SPACE = 0x6c656172;

  private LearnerLock() {}

  /** Waits for the lock; it is released at the end of the transaction. */
  public static void take(Handle handle, long userId) {
    handle.execute("SELECT pg_advisory_xact_lock(?, ?)", SPACE, Long.hashCode(userId));
  }

  /** The same for the learner who made a submission, if the submission exists. */
  public static void takeOfSubmission(Handle handle, long submissionId) {
    takeOfSubmissions(handle, List.of(submissionId));
  }

  /**
   * The same for the learners who made submissions. The locks are taken in one order everywhere, so
   * that two transactions with several learners don't wait for each other.
   */
  public static void takeOfSubmissions(Handle handle, List<Long> submissionIds) {
    String sql = // folds the id as Long.hashCode does
        """
        SELECT pg_advisory_xact_lock(:space, folded) FROM (
          SELECT DISTINCT
            CAST(CAST(user_id # (user_id >> 32) AS bit(32)) AS integer) AS folded
          FROM scores WHERE id = ANY(:ids)
          ORDER BY folded) AS learners
        """;
    handle
        .createQuery(sql)
        .bind("space", SPACE)
        .bindArray("ids", Long.class, submissionIds)
        .map((_, _) -> SPACE)
        .list();
  }
}
