package dev.touchstone.scores.comment;

import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.JsonColumn;
import dev.touchstone.scores.judging.SubmissionData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** The table {@code comments}. */
final class CommentStore {
  static final String COLUMNS =
      """
      comments.id, submission_id, file, line, comments.user_id, comments.username,
      comments.user_id = scores.user_id AS by_learner, text, created_at, edited_at
      """;

  static final String FROM = " FROM comments JOIN scores ON scores.id = submission_id ";

  private CommentStore() {}

  /** What is commented on. */
  record Subject(
      long userId,
      long exerciseId,
      @ColumnName("submission_data") @JsonColumn SubmissionData data) {}

  static Optional<Subject> subject(Handle handle, long submissionId) {
    return handle
        .createQuery("SELECT user_id, exercise_id, submission_data FROM scores WHERE id = :id")
        .bind("id", submissionId)
        .mapTo(Subject.class)
        .findOne();
  }

  /** All comments on a submission, in the order of writing. */
  static List<Comment> list(Handle handle, long submissionId) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + FROM + "WHERE submission_id = :submission ORDER BY comments.id")
        .bind("submission", submissionId)
        .mapTo(Comment.class)
        .list();
  }

  static Comment insert(
      Handle handle, Principal by, long submissionId, LineText comment, Instant now) {
    String sql =
        """
        INSERT INTO comments (submission_id, file, line, user_id, username, text, created_at)
        VALUES (:submission, :file, :line, :user, :username, :text, :now)
        RETURNING id
        """;
    long id =
        handle
            .createQuery(sql)
            .bind("submission", submissionId)
            .bind("file", comment.file())
            .bind("line", comment.line())
            .bind("user", by.userId())
            .bind("username", by.username())
            .bind("text", comment.text())
            .bind("now", now)
            .mapTo(Long.class)
            .one();
    return find(handle, id).orElseThrow();
  }

  /** Changes a comment of its writer's; false if there is no such comment. */
  static boolean edit(Handle handle, long userId, long id, String text, Instant now) {
    return handle.execute(
            "UPDATE comments SET text = ?, edited_at = ? WHERE id = ? AND user_id = ?",
            text,
            now,
            id,
            userId)
        == 1;
  }

  /** Deletes a comment of its writer's; false if there is no such comment. */
  static boolean delete(Handle handle, long userId, long id) {
    return handle.execute("DELETE FROM comments WHERE id = ? AND user_id = ?", id, userId) == 1;
  }

  static Optional<Comment> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + FROM + "WHERE comments.id = :id")
        .bind("id", id)
        .mapTo(Comment.class)
        .findOne();
  }
}
