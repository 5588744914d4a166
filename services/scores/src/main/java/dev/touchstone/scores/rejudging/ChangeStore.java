package dev.touchstone.scores.rejudging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Compares {@code rejudged_scores}, the results before a rejudging, with those after it. */
final class ChangeStore {
  /**
   * The result after a rejudging is in the submission's row, or in what a later rejudging found
   * there; that is looked up only where the row has another's.
   */
  private static final String PAIRS =
      """
      FROM rejudged_scores AS before JOIN scores ON scores.id = before.submission_id
      LEFT JOIN LATERAL (
        SELECT <columns> FROM rejudged_scores AS later
        WHERE scores.rejudging_id IS DISTINCT FROM before.rejudging_id
          AND later.submission_id = before.submission_id
          AND later.rejudging_id > before.rejudging_id
        ORDER BY later.rejudging_id LIMIT 1) AS next ON true
      CROSS JOIN LATERAL (
        SELECT <after>) AS after
      WHERE before.rejudging_id = :rejudging
      """;

  private static final String AFTER =
      Outcome.choice("scores.rejudging_id = before.rejudging_id", "scores", "next");

  private static final String CHANGED =
      """
      after.status IN ('judged', 'judge_error')
        AND (before.status, before.result_status, before.score_points)
          IS DISTINCT FROM (after.status, after.result_status, after.score_points)
      """;

  private ChangeStore() {}

  /** How many submissions went from one verdict to another; null stands for none. */
  record Transition(@Nullable String before, @Nullable String after, int submissions) {}

  /** The submissions below an id, the newest first. */
  static List<Change> list(
      Handle handle, long rejudgingId, boolean onlyChanged, long below, int limit) {
    String sql =
        "SELECT before.submission_id, scores.user_id, attempt_number, "
            + "(SELECT username FROM learners WHERE learners.user_id = scores.user_id) AS username, "
            + Outcome.columns("before")
            + ", "
            + Outcome.columns("after")
            + ", coalesce("
            + CHANGED
            + ", false) AS changed "
            + PAIRS
            + (onlyChanged ? " AND " + CHANGED : "")
            + " AND before.submission_id < :below ORDER BY before.submission_id DESC LIMIT :limit";
    return handle
        .createQuery(sql)
        .define("columns", Outcome.columns())
        .define("after", AFTER)
        .bind("rejudging", rejudgingId)
        .bind("below", below)
        .bind("limit", limit)
        .map((row, _) -> change(row))
        .list();
  }

  /** All that were judged again, counted by verdicts, the most frequent first. */
  static List<Transition> transitions(Handle handle, long rejudgingId) {
    String sql =
        """
        SELECT before.result_status AS before,
          CASE after.status WHEN 'judge_error' THEN 'JE' ELSE after.result_status END AS after,
          count(*) AS submissions
        """
            + PAIRS
            + """
             AND after.status IN ('judged', 'judge_error')
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
            """;
    return handle
        .createQuery(sql)
        .define("columns", Outcome.columns())
        .define("after", AFTER)
        .bind("rejudging", rejudgingId)
        .mapTo(Transition.class)
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("submission_id"),
        row.getLong("user_id"),
        row.getString("username"),
        row.getInt("attempt_number"),
        Objects.requireNonNull(Outcome.of(row, "before"), "the column is NOT NULL"),
        Outcome.of(row, "after"),
        row.getBoolean("changed"));
  }
}
