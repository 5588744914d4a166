package dev.touchstone.exercises.object;

import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table {@code unused_objects}. Thread-safe. */
public final class UnusedObjectStore {
  private static final String UNUSED =
      """
      NOT EXISTS (SELECT FROM revision_files WHERE revision_files.sha256 = object.sha256)
      AND NOT EXISTS (SELECT FROM draft_files WHERE draft_files.sha256 = object.sha256)
      """;

  private final Jdbi jdbi;

  public UnusedObjectStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Remembers those of some objects that nothing refers to. */
  void mark(Collection<String> digests, Instant now) {
    String sql =
        "INSERT INTO unused_objects (sha256, unused_since)"
            + " SELECT sha256, :now FROM unnest(:digests) AS object (sha256) WHERE "
            + UNUSED
            + " ON CONFLICT (sha256) DO NOTHING";
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("now", now)
            .bindArray("digests", String.class, List.copyOf(digests))
            .execute());
  }

  /** Forgets that an object was unused, once nobody is deleting it. */
  void unmark(String digest) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM unused_objects WHERE sha256 = ?", digest));
  }

  /** Those that have been unused since a time or longer. */
  List<String> unusedSince(Instant time, int limit) {
    String sql =
        """
        SELECT sha256 FROM unused_objects WHERE unused_since <= :time
        ORDER BY unused_since LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("time", time).bind("limit", limit).mapTo(String.class).list());
  }

  /**
   * Deletes an object if it is still unused. Whoever stores it again meanwhile waits.
   *
   * @return whether it was deleted
   */
  boolean delete(String digest, ObjectStore objects) throws IOException {
    return jdbi.inTransaction(handle -> {
      boolean marked =
          handle
              .createQuery("SELECT sha256 FROM unused_objects WHERE sha256 = :digest FOR UPDATE")
              .bind("digest", digest)
              .mapTo(String.class)
              .findOne()
              .isPresent();
      boolean unused =
          marked
              && handle
                  .createQuery(
                      "SELECT " + UNUSED + " FROM unused_objects AS object WHERE sha256 = :digest")
                  .bind("digest", digest)
                  .mapTo(Boolean.class)
                  .one();
      if (unused) {
        objects.delete(digest);
      }
      handle.execute("DELETE FROM unused_objects WHERE sha256 = ?", digest);
      return unused;
    });
  }
}
