package dev.touchstone.scores.draft;

import dev.touchstone.platformdata.database.JsonColumn;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.SubmissionData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The table {@code drafts}. */
final class DraftStore {
  private static final String COLUMNS = "exercise_id, language, version, saved_at";

  private static final String PLACE =
      " WHERE user_id = :user AND exercise_id = :exercise AND language = :language ";

  private DraftStore() {}

  /** A row without the program. */
  public record Saved(long exerciseId, String language, long version, Instant savedAt) {
    Draft brief() {
      return new Draft(exerciseId, language, DraftVersion.tag(version), savedAt, null);
    }
  }

  private record Whole(@Nested Saved saved, @JsonColumn SubmissionData data) {
    Draft draft() {
      Draft brief = saved.brief();
      return new Draft(
          brief.exerciseId(), brief.language(), brief.version(), brief.savedAt(), data.files());
    }
  }

  static List<Draft> list(Handle handle, long userId, @Nullable Long exerciseId) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM drafts WHERE user_id = :user"
            + (exerciseId == null ? "" : " AND exercise_id = :exercise")
            + " ORDER BY exercise_id, language";
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bind("exercise", exerciseId)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .mapTo(Saved.class)
        .map(Saved::brief)
        .list();
  }

  static Optional<Saved> find(Handle handle, DraftKey key) {
    return bind(handle.createQuery("SELECT " + COLUMNS + " FROM drafts" + PLACE), key)
        .mapTo(Saved.class)
        .findOne();
  }

  static Optional<Draft> load(Handle handle, DraftKey key) {
    return bind(handle.createQuery("SELECT " + COLUMNS + ", data FROM drafts" + PLACE), key)
        .mapTo(Whole.class)
        .findOne()
        .map(Whole::draft);
  }

  /** The size of all drafts of a learner but one, in bytes. */
  static long bytesOfOthers(Handle handle, DraftKey key) {
    String sql =
        """
        SELECT coalesce(sum(bytes), 0) FROM drafts
        WHERE user_id = :user AND (exercise_id, language) <> (:exercise, :language)
        """;
    return bind(handle.createQuery(sql), key).mapTo(Long.class).one();
  }

  /** Adds a draft; empty if there is one. */
  static Optional<Saved> insert(Handle handle, DraftKey key, Code code, Instant now) {
    String sql =
        """
        INSERT INTO drafts (user_id, exercise_id, language, data, bytes, saved_at)
        VALUES (:user, :exercise, :language, CAST(:data AS json), :bytes, :now)
        ON CONFLICT DO NOTHING RETURNING
        """;
    return bindData(bind(handle.createQuery(sql + COLUMNS), key), code, now)
        .mapTo(Saved.class)
        .findOne();
  }

  /**
   * Replaces a draft; empty if it is not there in that version.
   *
   * @param version null for any
   */
  static Optional<Saved> update(
      Handle handle, DraftKey key, @Nullable Long version, Code code, Instant now) {
    String sql =
        "UPDATE drafts SET data = CAST(:data AS json), bytes = :bytes, version = DEFAULT, saved_at = :now"
            + PLACE
            + "AND version = coalesce(CAST(:version AS bigint), version) RETURNING "
            + COLUMNS;
    return bindData(bind(handle.createQuery(sql), key), code, now)
        .bind("version", version)
        .mapTo(Saved.class)
        .findOne();
  }

  static void delete(Handle handle, DraftKey key) {
    bind(handle.createUpdate("DELETE FROM drafts" + PLACE), key).execute();
  }

  private static <T extends SqlStatement<T>> T bindData(T statement, Code code, Instant now) {
    String data = new SubmissionData(code.files(), null).json();
    return statement
        .bind("data", data)
        .bind("bytes", data.getBytes(StandardCharsets.UTF_8).length)
        .bind("now", now);
  }

  private static <T extends SqlStatement<T>> T bind(T statement, DraftKey key) {
    return statement
        .bind("user", key.userId())
        .bind("exercise", key.exerciseId())
        .bind("language", key.language());
  }
}
