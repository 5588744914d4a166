package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Restores dumps into new databases. They are filled and compared under other names, and get their
 * own when all of them are as they were backed up. Not thread-safe.
 */
final class DatabasesRestore {
  private static final String UNFINISHED = "_restoring";

  private final DatabaseAddress master;
  private final PostgresPrograms programs;
  private final Consumer<String> progress;

  /**
   * Prepares for {@link #run}.
   *
   * @param master the server, as a user who may create roles and databases
   * @param progress receives a line for each step
   */
  DatabasesRestore(DatabaseAddress master, PostgresPrograms programs, Consumer<String> progress) {
    this.master = master;
    this.programs = programs;
    this.progress = progress;
  }

  /** Checks that the programs fit the server, before anything is read. */
  void check() throws SQLException {
    try (Connection connection = Databases.connect(master)) {
      programs.requireForRestore(connection.getMetaData().getDatabaseMajorVersion());
    }
  }

  /**
   * Restores all databases of a backup.
   *
   * @param content the folder with the dumps
   * @param suffix of the names of the new databases
   * @throws OperationFailed if one exists already, or a table differs; then nothing is left
   */
  void run(Manifest manifest, Path content, String suffix) {
    new Databases(Jdbi.create(() -> Databases.connect(master)), progress)
        .asOwners(handle -> {
          List<String> names = names(manifest);
          names.forEach(name -> requireNew(handle, name + suffix));
          try {
            List<DatabaseFigures> found = new ArrayList<>();
            for (String name : names) {
              drop(handle, name); // of a restore that was killed
              Databases.create(handle, name + UNFINISHED, name);
              progress.accept(name + ": restoring");
              DatabaseAddress target = master.ofDatabase(name + UNFINISHED);
              programs.restore(content.resolve(name), target, name);
              progress.accept(name + ": counting and hashing its tables");
              found.add(figures(name, target));
            }
            requireEqual(manifest.databases(), found);
            handle.useTransaction(
                transaction -> names.forEach(name -> rename(transaction, name, suffix)));
          } catch (RuntimeException e) {
            abandon(handle, names, e);
            throw e;
          }
          names.forEach(name ->
              progress.accept(
                  "database %s: restored, and equal to the backup".formatted(name + suffix)));
        });
  }

  /** The names become part of statements, so they are those that we know. */
  private static List<String> names(Manifest manifest) {
    List<String> names = manifest.databases().stream().map(DatabaseFigures::name).toList();
    if (names.isEmpty() || !Databases.SERVICES.containsAll(names)) {
      throw new OperationFailed(
          "The backup has databases that this version does not know: " + names);
    }
    return names;
  }

  private static void abandon(Handle handle, List<String> names, RuntimeException failure) {
    try {
      names.forEach(name -> drop(handle, name));
    } catch (JdbiException e) { // the next restore drops them
      failure.addSuppressed(e);
    }
  }

  private static void requireNew(Handle handle, String database) {
    boolean exists =
        handle
            .select("SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)", database)
            .mapTo(Boolean.class)
            .one();
    if (exists) {
      throw new OperationFailed(
          "The server has a database %s already, and nothing is overwritten. Restore under other names with --suffix, or rename it first."
              .formatted(database));
    }
  }

  private static DatabaseFigures figures(String owner, DatabaseAddress address) {
    try (Connection connection = Databases.connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + owner);
      return DatabaseFigures.of(owner, connection);
    } catch (SQLException e) {
      throw new OperationFailed("The restored database can't be read: " + e.getMessage(), e);
    }
  }

  private static void requireEqual(List<DatabaseFigures> expected, List<DatabaseFigures> found) {
    List<String> differences = DatabaseFigures.differences(expected, found);
    if (!differences.isEmpty()) {
      throw new OperationFailed(String.join(System.lineSeparator(), differences));
    }
  }

  private static void rename(Handle handle, String name, String suffix) {
    handle.execute("ALTER DATABASE %s RENAME TO %s".formatted(name + UNFINISHED, name + suffix));
  }

  private static void drop(Handle handle, String name) {
    // The programs of a restore that was killed may still be connected.
    handle.execute("DROP DATABASE IF EXISTS " + name + UNFINISHED + " WITH (FORCE)");
  }
}
