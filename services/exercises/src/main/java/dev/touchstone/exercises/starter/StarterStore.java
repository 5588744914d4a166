package dev.touchstone.exercises.starter;

import dev.touchstone.platformdata.database.Database;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Remembers which packages were loaded from the folder. Thread-safe. */
public final class StarterStore {
  /** Any number that no other advisory lock of this database uses. */
  private static final long LOCK = 0x7473_7461_7274L;

  private final Database database;
  private final Jdbi jdbi;

  public StarterStore(Database database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /** A package loaded before, with the digest that it had then. */
  record Loaded(String name, long exerciseId, String digest) {}

  Map<String, Loaded> all() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT name, exercise_id, digest FROM starter_packages")
            .mapTo(Loaded.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Loaded::name, Function.identity())));
  }

  void put(Loaded loaded) {
    String sql =
        """
        INSERT INTO starter_packages (name, exercise_id, digest)
        VALUES (:name, :exercise, :digest)
        ON CONFLICT (name) DO UPDATE
        SET exercise_id = excluded.exercise_id, digest = excluded.digest
        """;
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("name", loaded.name())
            .bind("exercise", loaded.exerciseId())
            .bind("digest", loaded.digest())
            .execute());
  }

  /** Runs the work in one process at a time; the others wait. */
  void exclusively(Runnable work) {
    database.exclusively(LOCK, work);
  }
}
