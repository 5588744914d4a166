package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code imports}. Thread-safe. */
public final class ImportStore {
  private static final String COLUMNS =
      "id, owner_id, as_administrator, name, draft_id, check_id, warnings, published, problem,"
          + " created_at, ended_at";

  private final Jdbi jdbi;

  public ImportStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Import insert(
      long ownerId,
      boolean asAdministrator,
      String name,
      DraftJudging.Started check,
      long draftId,
      List<FieldError> warnings,
      Instant now) {
    String sql =
        """
        INSERT INTO imports
          (owner_id, as_administrator, name, draft_id, check_id, warnings, created_at)
        VALUES (:owner, :administrator, :name, :draft, :check, CAST(:warnings AS jsonb), :now)
        RETURNING
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql + COLUMNS)
            .bind("owner", ownerId)
            .bind("administrator", asAdministrator)
            .bind("name", name)
            .bind("draft", draftId)
            .bind("check", check.id())
            .bind("warnings", Json.MAPPER.writeValueAsString(warnings))
            .bind("now", now)
            .mapTo(Import.class)
            .one());
  }

  Optional<Import> find(long id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT " + COLUMNS + " FROM imports WHERE id = :id")
            .bind("id", id)
            .mapTo(Import.class)
            .findOne());
  }

  /** Those that have not ended, the oldest first. */
  List<Import> open(int limit) {
    String sql =
        "SELECT " + COLUMNS + " FROM imports WHERE ended_at IS NULL ORDER BY id LIMIT :limit";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("limit", limit).mapTo(Import.class).list());
  }

  /** Ends an import with its exercise. */
  static void publish(Handle handle, long id, PublishedView published, Instant now) {
    end(handle, id, "published", published, now);
  }

  /** Ends an import with the reason, unless it has ended otherwise. */
  void refuse(long id, Import.Refusal problem, Instant now) {
    jdbi.useHandle(handle -> end(handle, id, "problem", problem, now));
  }

  private static void end(Handle handle, long id, String column, Object value, Instant now) {
    String sql =
        "UPDATE imports SET "
            + column
            + " = CAST(:value AS jsonb), ended_at = :now WHERE id = :id AND ended_at IS NULL";
    handle
        .createUpdate(sql)
        .bind("id", id)
        .bind("value", Json.MAPPER.writeValueAsString(value))
        .bind("now", now)
        .execute();
  }

  /** Deletes what belongs to a deleted account. */
  public void forget(long ownerId) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM imports WHERE owner_id = ?", ownerId));
  }

  void deleteEndedBefore(Instant time) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM imports WHERE ended_at < ?", time));
  }
}
