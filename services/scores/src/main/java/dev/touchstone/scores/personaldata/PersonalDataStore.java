package dev.touchstone.scores.personaldata;

import dev.touchstone.scores.progress.LearnerLock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads and deletes the rows about a person in all tables. Thread-safe. */
final class PersonalDataStore {
  /**
   * In this order. Tests, notices and comments on the person's submissions go with what they belong
   * to. Runs and checks have no index by user: the former are kept for an hour, and the latter, of
   * authors only, for a month.
   */
  private static final List<String> DELETIONS =
      List.of(
          "DELETE FROM drafts WHERE user_id = ?",
          "DELETE FROM hint_reveals WHERE user_id = ?",
          "DELETE FROM comment_notices WHERE user_id = ?",
          "DELETE FROM comments WHERE user_id = ?",
          "DELETE FROM runs WHERE user_id = ?",
          "DELETE FROM checks WHERE user_id = ?",
          "DELETE FROM scores WHERE user_id = ?",
          "DELETE FROM user_exercises WHERE user_id = ?",
          "DELETE FROM learners WHERE user_id = ?",
          "UPDATE rejudgings SET started_by = 0 WHERE started_by = ?");

  private final Jdbi jdbi;

  PersonalDataStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A row as JSON, and its place. */
  record Row(long key, String json) {}

  /** The rows of a kind after a place. */
  List<Row> rows(Part part, long userId, long after, int limit) {
    String sql =
        """
        SELECT key, CAST(to_jsonb(found) - 'key' AS text) AS json
        FROM (SELECT * FROM (<rows>) AS part WHERE key > :after ORDER BY key LIMIT :limit) AS found
        ORDER BY key
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .define("rows", part.rows())
            .bind("user", userId)
            .bind("after", after)
            .bind("limit", limit)
            .mapTo(Row.class)
            .list());
  }

  /** Deletes everything about a person. A judge that reports a deleted job has lost its lease. */
  void delete(long userId) {
    jdbi.useTransaction(handle -> {
      LearnerLock.take(handle, userId);
      DELETIONS.forEach(sql -> handle.execute(sql, userId));
    });
  }
}
