package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.database.RepeatableRead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code drafts} and {@code draft_files}. Thread-safe. */
public final class DraftStore {
  private static final String COLUMNS =
      "id, owner_id, exercise_id, base_revision, title, version, created_at, updated_at, check_id,"
          + " check_version";

  /** Owns the drafts whose owner's account was deleted. */
  static final long NOBODY = 0;

  private final Jdbi jdbi;

  public DraftStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What changes in a draft. */
  record Change(List<RevisionFile> written, Set<String> removed, @Nullable String title) {
    Change {
      written = List.copyOf(written);
      removed = Set.copyOf(removed);
    }
  }

  /** Looks at the files that a draft would have, and refuses them by an exception. */
  interface Check {
    void accept(List<RevisionFile> files);
  }

  /** The newest drafts of some owners; those of nobody come last. */
  List<Draft> ofOwners(List<Long> owners, int limit) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM drafts WHERE owner_id = ANY(:owners)"
            + " ORDER BY owner_id = :nobody, id DESC LIMIT :limit";
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bindArray("owners", Long.class, owners)
            .bind("nobody", NOBODY)
            .bind("limit", limit)
            .mapTo(Draft.class)
            .list());
  }

  int countOfOwner(long ownerId) {
    String sql = "SELECT count(*) FROM drafts WHERE owner_id = :owner";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("owner", ownerId).mapTo(Integer.class).one());
  }

  Optional<Draft> find(long id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT " + COLUMNS + " FROM drafts WHERE id = :id")
            .bind("id", id)
            .mapTo(Draft.class)
            .findOne());
  }

  /** In the order of their paths. */
  List<RevisionFile> files(long id) {
    return jdbi.withHandle(handle -> files(handle, id));
  }

  Optional<RevisionFile> file(long id, String path) {
    String sql = "SELECT path, sha256, size FROM draft_files WHERE draft_id = :id AND path = :path";
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("id", id)
            .bind("path", path)
            .mapTo(RevisionFile.class)
            .findOne());
  }

  Draft insert(
      long ownerId,
      @Nullable Long exerciseId,
      @Nullable Integer baseRevision,
      String title,
      List<RevisionFile> files,
      Instant now) {
    String sql =
        """
        INSERT INTO drafts (owner_id, exercise_id, base_revision, title, created_at, updated_at)
        VALUES (:owner, :exercise, :revision, :title, :now, :now)
        RETURNING
        """;
    return jdbi.inTransaction(handle -> {
      Draft draft =
          handle
              .createQuery(sql + COLUMNS)
              .bind("owner", ownerId)
              .bind("exercise", exerciseId)
              .bind("revision", baseRevision)
              .bind("title", title)
              .bind("now", now)
              .mapTo(Draft.class)
              .one();
      write(handle, draft.id(), files);
      return draft;
    });
  }

  /**
   * Changes files of a draft.
   *
   * @param expected the version that it must have, empty for any
   * @return the draft after that; empty if there is none
   * @throws ProblemException 412 {@code precondition_failed}
   */
  Optional<Draft> change(long id, OptionalInt expected, Change change, Check check, Instant now) {
    return jdbi.inTransaction(handle -> {
      Optional<Draft> before =
          handle
              .createQuery("SELECT " + COLUMNS + " FROM drafts WHERE id = :id FOR UPDATE")
              .bind("id", id)
              .mapTo(Draft.class)
              .findOne();
      if (before.isEmpty()) {
        return before;
      }
      if (expected.isPresent() && expected.getAsInt() != before.get().version()) {
        throw ProblemException.preconditionFailed();
      }
      remove(handle, id, change.removed());
      write(handle, id, change.written());
      check.accept(files(handle, id));
      return Optional.of(touch(handle, id, change.title(), now));
    });
  }

  /** Leaves the drafts of a deleted account to the administrators. */
  public void release(long ownerId) {
    jdbi.useHandle(handle ->
        handle.execute("UPDATE drafts SET owner_id = ? WHERE owner_id = ?", NOBODY, ownerId));
  }

  /** Remembers a check of a version. */
  void checked(long id, long checkId, int version) {
    String sql = "UPDATE drafts SET check_id = :check, check_version = :version WHERE id = :id";
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("id", id)
            .bind("check", checkId)
            .bind("version", version)
            .execute());
  }

  /** The files of a draft, if it still has a version; for judges. */
  public Optional<List<RevisionFile>> files(long id, int version) {
    return RepeatableRead.in(
        jdbi,
        handle ->
            handle
                .createQuery("SELECT version FROM drafts WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .filter(current -> current == version)
                .map(_ -> files(handle, id)));
  }

  /** Deletes a draft; false if there is none, or it has another version. */
  boolean delete(long id, OptionalInt expected) {
    String sql = "DELETE FROM drafts WHERE id = :id AND (:any OR version = :version)";
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("id", id)
            .bind("any", expected.isEmpty())
            .bind("version", expected.orElse(0))
            .execute())
        > 0;
  }

  /**
   * Deletes a draft that is published in the same transaction.
   *
   * @throws ProblemException 412 {@code precondition_failed} if it has changed or is gone
   */
  static void deletePublished(Handle handle, Draft draft) {
    String sql = "DELETE FROM drafts WHERE id = :id AND version = :version";
    int deleted =
        handle.createUpdate(sql).bind("id", draft.id()).bind("version", draft.version()).execute();
    if (deleted == 0) {
      throw ProblemException.preconditionFailed();
    }
  }

  private static Draft touch(Handle handle, long id, @Nullable String title, Instant now) {
    String sql =
        """
        UPDATE drafts SET version = version + 1, title = coalesce(:title, title), updated_at = :now
        WHERE id = :id RETURNING
        """;
    return handle
        .createQuery(sql + COLUMNS)
        .bind("id", id)
        .bind("title", title)
        .bind("now", now)
        .mapTo(Draft.class)
        .one();
  }

  private static List<RevisionFile> files(Handle handle, long id) {
    String sql =
        """
        SELECT path, sha256, size FROM draft_files WHERE draft_id = :id ORDER BY path COLLATE "C"
        """;
    return handle.createQuery(sql).bind("id", id).mapTo(RevisionFile.class).list();
  }

  private static void write(Handle handle, long id, List<RevisionFile> files) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO draft_files (draft_id, path, sha256, size)
            VALUES (:id, :path, :sha256, :size)
            ON CONFLICT (draft_id, path) DO UPDATE
            SET sha256 = excluded.sha256, size = excluded.size
            """);
    for (RevisionFile file : files) {
      batch
          .bind("id", id)
          .bind("path", file.path())
          .bind("sha256", file.sha256())
          .bind("size", file.size())
          .add();
    }
    batch.execute();
  }

  private static void remove(Handle handle, long id, Collection<String> paths) {
    handle
        .createUpdate("DELETE FROM draft_files WHERE draft_id = :id AND path = ANY (:paths)")
        .bind("id", id)
        .bindArray("paths", String.class, List.copyOf(paths))
        .execute();
  }
}
