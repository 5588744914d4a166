package dev.touchstone.scores.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table {@code comment_notices}. */
final class NoticeStore {
  /** Who is no member of an exercise any more no longer sees what others submitted to it. */
  private static final String OF_READER =
      """
      JOIN comment_notices ON comment_id = comments.id
      WHERE comment_notices.user_id = :user
        AND (:all OR scores.user_id = :user OR exercise_id = ANY(:exercises))
      """;

  private NoticeStore() {}

  /** Gives a learner's answer to all others who commented on the submission. */
  static void notifyTeachers(Handle handle, Comment answer) {
    String sql =
        """
        INSERT INTO comment_notices (user_id, comment_id)
        SELECT DISTINCT user_id, CAST(:comment AS bigint) FROM comments
        WHERE submission_id = :submission AND user_id <> :writer
        """;
    handle
        .createUpdate(sql)
        .bind("comment", answer.id())
        .bind("submission", answer.submissionId())
        .bind("writer", answer.userId())
        .execute();
  }

  static void notifyLearner(Handle handle, Comment comment, long learner) {
    handle.execute(
        "INSERT INTO comment_notices (user_id, comment_id) VALUES (?, ?)", learner, comment.id());
  }

  static List<Notice> list(
      Handle handle, Reader reader, boolean onlyUnread, long before, int limit) {
    String rest =
        (onlyUnread ? " AND read_at IS NULL" : "")
            + " AND comment_id < :before ORDER BY comment_id DESC LIMIT :limit";
    String select =
        "SELECT scores.exercise_id, read_at IS NOT NULL AS is_read, " + CommentStore.COLUMNS;
    return bind(handle.createQuery(select + CommentStore.FROM + OF_READER + rest), reader)
        .bind("before", before)
        .bind("limit", limit)
        .mapTo(Notice.class)
        .list();
  }

  static int unread(Handle handle, Reader reader) {
    String select = "SELECT count(*) " + CommentStore.FROM + OF_READER + " AND read_at IS NULL";
    return bind(handle.createQuery(select), reader).mapTo(Integer.class).one();
  }

  /**
   * Marks notices as read.
   *
   * @param submissionId only those of this submission; null for all
   */
  static void markRead(Handle handle, long userId, @Nullable Long submissionId, Instant now) {
    String sql =
        """
        UPDATE comment_notices SET read_at = :now
        WHERE user_id = :user AND read_at IS NULL
          AND (CAST(:submission AS bigint) IS NULL
            OR comment_id IN (SELECT id FROM comments WHERE submission_id = :submission))
        """;
    handle
        .createUpdate(sql)
        .bind("now", now)
        .bind("user", userId)
        .bind("submission", submissionId)
        .execute();
  }

  /**
   * Whose notices to show.
   *
   * @param exercises in which the reader sees the work of others, empty for all
   */
  record Reader(long userId, Optional<List<Long>> exercises) {}

  private static Query bind(Query query, Reader reader) {
    return query
        .bind("user", reader.userId())
        .bind("all", reader.exercises().isEmpty())
        .bindArray("exercises", Long.class, reader.exercises().orElse(List.of()));
  }
}
