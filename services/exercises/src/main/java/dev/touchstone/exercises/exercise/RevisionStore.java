package dev.touchstone.exercises.exercise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Revisions and the lists of their files. Thread-safe. */
public final class RevisionStore {
  private final Jdbi jdbi;

  public RevisionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The files of a revision in the order of their paths; empty if the revision does not exist. */
  public Optional<List<RevisionFile>> files(long exerciseId, int revision) {
    String sql =
        """
        SELECT path, sha256, size FROM revision_files
        WHERE exercise_id = :exercise AND revision = :revision
        ORDER BY path COLLATE "C"
        """;
    List<RevisionFile> files =
        jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bind("exercise", exerciseId)
                .bind("revision", revision)
                .mapTo(RevisionFile.class)
                .list());
    return files.isEmpty() ? Optional.empty() : Optional.of(files);
  }

  /** The history of an exercise, the newest revision first. */
  public List<Revision> list(long exerciseId) {
    String sql =
        """
        SELECT r.revision, r.digest, r.author_id, r.judged, r.created_at,
               count(f.path) AS files, coalesce(sum(f.size), 0) AS size
        FROM exercise_revisions r
        LEFT JOIN revision_files f ON f.exercise_id = r.exercise_id AND f.revision = r.revision
        WHERE r.exercise_id = :exercise
        GROUP BY r.exercise_id, r.revision
        ORDER BY r.revision DESC
        """;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("exercise", exerciseId).mapTo(Revision.class).list());
  }

  static String digest(Handle handle, long exerciseId, int revision) {
    String sql =
        """
        SELECT digest FROM exercise_revisions
        WHERE exercise_id = :exercise AND revision = :revision
        """;
    return handle
        .createQuery(sql)
        .bind("exercise", exerciseId)
        .bind("revision", revision)
        .mapTo(String.class)
        .one();
  }

  static void insert(Handle handle, long exerciseId, int number, NewRevision revision) {
    String sql =
        """
        INSERT INTO exercise_revisions (exercise_id, revision, digest, author_id, judged, created_at)
        VALUES (:exercise, :revision, :digest, :author, :judged, :now)
        """;
    Instant now = revision.createdAt();
    handle
        .createUpdate(sql)
        .bind("exercise", exerciseId)
        .bind("revision", number)
        .bind("digest", revision.tree().digest())
        .bind("author", revision.authorId())
        .bind("judged", revision.judged())
        .bind("now", now)
        .execute();
    PreparedBatch files =
        handle.prepareBatch(
            """
            INSERT INTO revision_files (exercise_id, revision, path, sha256, size)
            VALUES (:exercise, :revision, :path, :sha256, :size)
            """);
    for (RevisionFile file : revision.tree().files()) {
      files
          .bind("exercise", exerciseId)
          .bind("revision", number)
          .bind("path", file.path())
          .bind("sha256", file.sha256())
          .bind("size", file.size())
          .add();
    }
    files.execute();
  }
}
