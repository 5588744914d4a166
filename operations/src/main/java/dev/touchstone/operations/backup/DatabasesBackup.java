package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.platform.files.Deletion;
import dev.touchstone.platformdata.backup.BackupWriter;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Dumps of the services' databases. The three snapshots are taken one right after the other; each
 * database is then dumped, counted and hashed as its snapshot shows it, while the services write.
 * Not thread-safe.
 */
final class DatabasesBackup implements AutoCloseable {
  private final PostgresPrograms programs;
  private final Consumer<String> progress;
  private final List<Snapshot> snapshots = new ArrayList<>();

  /**
   * Takes the snapshots, which checks the programs, and that the role can read all databases and
   * write to none.
   *
   * @param server any database of the server, as the role that reads
   * @param progress receives a line for each step
   */
  DatabasesBackup(DatabaseAddress server, PostgresPrograms programs, Consumer<String> progress)
      throws SQLException {
    this.programs = programs;
    this.progress = progress;
    try {
      for (String database : Databases.SERVICES) {
        snapshots.add(Snapshot.of(database, server.ofDatabase(database)));
      }
      programs.requireForDump(snapshots.getFirst().version());
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Writes the dumps, each as a folder with the name of its database, and returns the figures.
   *
   * @param work where the dump of one database is kept in clear until it is in the archive
   */
  List<DatabaseFigures> write(BackupWriter writer, WorkFolder work)
      throws IOException, SQLException {
    List<DatabaseFigures> figures = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      progress.accept(snapshot.database() + ": dumping");
      Path dump = work.path().resolve(snapshot.database());
      programs.dump(snapshot, dump);
      progress.accept(snapshot.database() + ": counting and hashing its tables");
      figures.add(snapshot.figures());
      snapshot.close(); // before the archive, so that a migration waits no longer than it must
      add(writer, snapshot.database(), dump);
      Deletion.delete(dump);
    }
    return figures;
  }

  private static void add(BackupWriter writer, String database, Path dump) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(dump)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      writer.finished(database + "/" + file.getFileName(), file);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Snapshot snapshot : snapshots) {
      snapshot.close();
    }
  }
}
