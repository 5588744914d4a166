package dev.touchstone.exercises.collection;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code collections} and {@code collection_exercises}. Thread-safe. */
public final class CollectionStore {
  /** Owns the collections whose owner's account was deleted. */
  static final long NOBODY = 0;

  private static final String COLUMNS =
      """
      SELECT id, owner_id, titles, descriptions, is_active, version, created_at, updated_at,
             ARRAY(SELECT exercise_id FROM collection_exercises
                   WHERE collection_id = collections.id ORDER BY place) AS exercise_ids
      FROM collections WHERE
      """;

  private final Jdbi jdbi;

  public CollectionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<StoredCollection> find(long id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  private static Optional<StoredCollection> find(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + " id = :id")
        .bind("id", id)
        .mapTo(StoredCollection.class)
        .findOne();
  }

  /**
   * Those that learners see, the oldest first.
   *
   * @param after the last one of the page before
   */
  List<StoredCollection> active(long after, int limit) {
    return list("is_active", null, after, limit);
  }

  /** Those of an owner, active or not. */
  List<StoredCollection> ofOwner(long owner, long after, int limit) {
    return list("owner_id = :owner", owner, after, limit);
  }

  /** All of them. */
  List<StoredCollection> all(long after, int limit) {
    return list("true", null, after, limit);
  }

  private List<StoredCollection> list(String which, @Nullable Long owner, long after, int limit) {
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery(COLUMNS + which + " AND id > :after ORDER BY id LIMIT :limit");
      return (owner == null ? query : query.bind("owner", owner))
          .bind("after", after)
          .bind("limit", limit)
          .mapTo(StoredCollection.class)
          .list();
    });
  }

  int countOfOwner(long owner) {
    String sql = "SELECT count(*) FROM collections WHERE owner_id = :owner";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("owner", owner).mapTo(Integer.class).one());
  }

  StoredCollection insert(long owner, CollectionChange.Checked change, Instant now) {
    String sql =
        """
        INSERT INTO collections (owner_id, titles, descriptions, is_active, created_at, updated_at)
        VALUES (:owner, CAST(:titles AS jsonb), CAST(:descriptions AS jsonb), :active, :now, :now)
        RETURNING id
        """;
    return jdbi.inTransaction(handle -> {
      long id =
          handle
              .createQuery(sql)
              .bind("owner", owner)
              .bind("titles", Json.MAPPER.writeValueAsString(change.titles()))
              .bind("descriptions", Json.MAPPER.writeValueAsString(change.descriptions()))
              .bind("active", change.isActive())
              .bind("now", now)
              .mapTo(Long.class)
              .one();
      order(handle, id, change.exerciseIds());
      return find(handle, id).orElseThrow();
    });
  }

  /**
   * Replaces a collection; empty if it no longer exists.
   *
   * @param expected the version that it must have, empty for any
   * @throws ProblemException 412 {@code precondition_failed}
   */
  Optional<StoredCollection> replace(
      long id, OptionalInt expected, CollectionChange.Checked change, Instant now) {
    String sql =
        """
        UPDATE collections
        SET titles = CAST(:titles AS jsonb), descriptions = CAST(:descriptions AS jsonb),
            is_active = :active, version = version + 1, updated_at = :now
        WHERE id = :id
        RETURNING version
        """;
    return jdbi.inTransaction(handle -> {
      Optional<Integer> version =
          handle
              .createQuery(sql)
              .bind("id", id)
              .bind("titles", Json.MAPPER.writeValueAsString(change.titles()))
              .bind("descriptions", Json.MAPPER.writeValueAsString(change.descriptions()))
              .bind("active", change.isActive())
              .bind("now", now)
              .mapTo(Integer.class)
              .findOne();
      if (version.isPresent() && expected.isPresent() && version.get() != expected.getAsInt() + 1) {
        throw ProblemException.preconditionFailed();
      }
      if (version.isPresent()) {
        handle.execute("DELETE FROM collection_exercises WHERE collection_id = ?", id);
        order(handle, id, change.exerciseIds());
      }
      return find(handle, id);
    });
  }

  /** Deletes a collection; false if there is none. */
  boolean delete(long id) {
    return jdbi.withHandle(handle -> handle.execute("DELETE FROM collections WHERE id = ?", id))
        > 0;
  }

  /** Leaves the collections of a deleted account to the administrators. */
  public void release(long owner) {
    jdbi.useHandle(handle ->
        handle.execute("UPDATE collections SET owner_id = ? WHERE owner_id = ?", NOBODY, owner));
  }

  private static void order(Handle handle, long id, List<Long> exercises) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO collection_exercises (collection_id, exercise_id, place)
            VALUES (:id, :exercise, :place)
            """);
    for (int place = 0; place < exercises.size(); place++) {
      batch.bind("id", id).bind("exercise", exercises.get(place)).bind("place", place).add();
    }
    if (!exercises.isEmpty()) {
      batch.execute();
    }
  }
}
