package dev.touchstone.operations.backup;

import dev.touchstone.operations.Run;
import dev.touchstone.operations.databases.Server;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.DatabaseAddress;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL 15 with the services' databases, filled, and folders for backups of them. */
final class Installation implements AutoCloseable {
  static final List<String> DATABASES = List.of("auth", "exercises", "scores");
  static final String PASSPHRASE = "correct horse battery";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE entries (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, amount int NOT NULL, note text)",
          "CREATE TABLE values (name text PRIMARY KEY, content bytea, facts jsonb, at timestamptz DEFAULT now(), share float8)",
          "CREATE TABLE nothing (id uuid)",
          "INSERT INTO entries (amount, note) VALUES (1, 'trước'), (-1, NULL)",
          "INSERT INTO values VALUES ('một', '\\x00ff', '{\"a\": [1, null]}', '2026-11-29 01:02:03.456+07', 0.1)");

  private final EmbeddedPostgres postgres;
  private final Path folder;

  private Installation(EmbeddedPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  static Installation start(Path folder) throws IOException, SQLException {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "pg_dump"))),
        "pg_dump is not installed");
    Installation started =
        new Installation(Server.OLDEST.start(false, folder.resolve("data")), folder);
    Run made = Server.makeDatabases(started.postgres, Map.of());
    if (made.status() != 0) {
      throw new IllegalStateException(made.err());
    }
    started.execute(
        "master",
        "postgres",
        ReadOnlyRole.RECIPE.replaceFirst("ALTER ROLE .*", "")); // it gets no password here
    for (String database : DATABASES) {
      for (String statement : TABLES) {
        started.execute(database, database, statement);
      }
    }
    Files.createDirectory(started.work());
    return started;
  }

  Path backups() {
    return folder.resolve("backups");
  }

  Path work() {
    return folder.resolve("work");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  void execute(String user, String database, String sql) throws SQLException {
    Server.execute(postgres, user, database, sql);
  }

  /** The only value of a query, as the superuser. */
  String value(String database, String query) throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The address of the server for a role. */
  DatabaseAddress address(String role) {
    return DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", url(role)))).direct();
  }

  private String url(String role) {
    return "postgresql://%s@127.0.0.1:%d/postgres".formatted(role, postgres.getPort());
  }

  /** Runs a command as a role of the server. */
  Run run(String role, String... arguments) {
    return run(role, Map.of(), arguments);
  }

  /** The same with settings of its own. */
  Run run(String role, Map<String, String> settings, String... arguments) {
    Map<String, String> all = new HashMap<>();
    all.put("BACKUP_TO", backups().toString());
    all.put("BACKUP_PASSPHRASE", PASSPHRASE);
    all.put("BACKUP_WORK", work().toString());
    all.put("TOUCHSTONE_REPORTS", reports().toString());
    if (!role.isEmpty()) {
      all.put("DATABASE_URL", url(role));
    }
    all.putAll(settings);
    return Run.of(all, arguments);
  }

  /** Everything in the folder of backups or in that for unfinished work, by its path. */
  List<String> files(Path root) throws IOException {
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString())
              .toList());
    }
  }

  /** The text of the newest report of a command. */
  String report(String command) throws IOException {
    try (Stream<Path> files = Files.list(reports())) {
      Path[] found =
          files
              .filter(file -> file.getFileName().toString().startsWith(command))
              .toArray(Path[]::new);
      Arrays.sort(found);
      return Files.readString(found[found.length - 1]);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
