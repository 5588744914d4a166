package dev.touchstone.standalone.backup;

import dev.touchstone.platformdata.backup.BackupWriter;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a data folder into a backup: the databases as a base backup of PostgreSQL ("Making a Base
 * Backup Using the Low Level API" in its documentation), then all other files. What the databases
 * refer to in the object store is written before they do, and never changed, so it is there.
 */
public final class DataFolderBackup {
  /** Where PostgreSQL keeps its files. */
  public static final String DATABASE = "postgresql/data";

  /** Caches, logs, programs and locks, which the next start makes again. */
  private static final Set<String> LEFT_OUT =
      Set.of("judge", "logs", "postgresql-programs", "lock", "format.new", "postgresql/data.new");

  /** The documentation names them: their content belongs to the running server. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_wal/archive_status",
          "pg_wal/summaries",
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> FILES_OF_A_PROCESS =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  private static final Pattern TEMPORARY = Pattern.compile("pgsql_tmp.*|pg_internal\\.init.*");
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

  private final Path root;
  private final BackupWriter writer;

  private DataFolderBackup(Path root, BackupWriter writer) {
    this.root = root;
    this.writer = writer;
  }

  /** What a backup shows: a moment, and what was counted then. */
  public record Shown(Instant at, List<DatabaseFigures> databases) {}

  /**
   * Copies a folder whose platform runs, and finishes the backup.
   *
   * @throws SQLException if the server refuses, or writers leave no gap to hold all tables at once
   */
  public static Shown whileRunning(Path root, Server server, BackupWriter writer)
      throws IOException, SQLException, InterruptedException {
    DataFolderBackup backup = new DataFolderBackup(root, writer);
    Shown shown = backup.databases(server);
    backup.everythingElse(false);
    writer.finish(shown.at(), shown.databases());
    return shown;
  }

  /** Copies a folder that no process uses, and finishes the backup. Nothing is counted. */
  public static Shown whileStopped(Path root, BackupWriter writer, Clock clock) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    new DataFolderBackup(root, writer).everythingElse(true);
    writer.finish(now, List.of());
    return new Shown(now, List.of());
  }

  private Shown databases(Server server) throws IOException, SQLException, InterruptedException {
    try (Connection session = server.connect(Server.MAINTENANCE);
        Statement statement = session.createStatement()) {
      // Keeps the log that is written meanwhile; it ends with this session, however that ends.
      statement.execute(
          "SELECT pg_create_physical_replication_slot('touchstone_backup_' || pg_backend_pid(), true, true)");
      String first;
      try (ResultSet row =
          statement.executeQuery("SELECT pg_walfile_name(pg_backup_start('touchstone', true))")) {
        row.next();
        first = row.getString(1);
      }
      Files.walkFileTree(root.resolve(DATABASE), new Visitor(true, true));
      try (HeldTables held = HeldTables.of(server)) {
        String last;
        String label;
        Instant at;
        try (ResultSet row =
            statement.executeQuery(
                "SELECT pg_walfile_name(lsn), labelfile, clock_timestamp() FROM pg_backup_stop(false)")) {
          row.next();
          last = row.getString(1);
          label = row.getString(2);
          at = row.getTimestamp(3).toInstant().truncatedTo(ChronoUnit.SECONDS);
        }
        held.release();
        writer.text(DATABASE + "/backup_label", label);
        log(first, last);
        return new Shown(at, held.figures());
      }
    }
  }

  /** The log from the first to the last segment, without which the files are worth nothing. */
  private void log(String first, String last) throws IOException {
    Path folder = root.resolve(DATABASE).resolve("pg_wal");
    List<String> segments;
    try (Stream<Path> files = Files.list(folder)) {
      segments =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> SEGMENT.matcher(name).matches())
              .filter(name -> name.compareTo(first) >= 0 && name.compareTo(last) <= 0)
              .sorted()
              .toList();
    }
    if (segments.isEmpty()
        || !segments.getFirst().equals(first)
        || !segments.getLast().equals(last)) {
      throw new IOException("The database's log from " + first + " to " + last + " is incomplete.");
    }
    for (String name : segments) {
      writer.file(DATABASE + "/pg_wal/" + name, folder.resolve(name));
    }
  }

  private void everythingElse(boolean databasesToo) throws IOException {
    Files.walkFileTree(root, new Visitor(false, databasesToo));
  }

  /** Copies what it meets; links are left out, since nothing of ours is one. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final boolean runs;
    private final boolean databases;

    Visitor(boolean runs, boolean databases) {
      this.runs = runs;
      this.databases = databases;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      String name = name(folder);
      if (LEFT_OUT.contains(name) || (!databases && name.equals(DATABASE))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!name.isEmpty()) {
        writer.folder(name, folder);
      }
      // The folders below pg_wal are needed, too.
      boolean empty = runs && EMPTY.contains(insideDatabase(name)) && !name.endsWith("/pg_wal");
      return empty || isTemporary(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = name(file);
      String inside = insideDatabase(name);
      boolean ofAProcess =
          FILES_OF_A_PROCESS.contains(inside)
              || (runs && inside.startsWith("pg_wal/"))
              || isTemporary(file);
      if (attributes.isRegularFile() && !ofAProcess && !LEFT_OUT.contains(name)) {
        writer.file(name, file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A server that works removes files. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path path) {
      return root.relativize(path).toString();
    }

    private static boolean isTemporary(Path path) {
      return TEMPORARY.matcher(String.valueOf(path.getFileName())).matches();
    }

    private static String insideDatabase(String name) {
      return name.startsWith(DATABASE + "/") ? name.substring(DATABASE.length() + 1) : "";
    }
  }
}
