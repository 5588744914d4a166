package dev.touchstone.operations.migrate;

import dev.touchstone.operations.databases.OldPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A source as {@code up} or a container has it, and a target as RDS has it. */
final class Servers implements AutoCloseable {
  private static final List<String> DATABASES = List.of("auth", "exercises", "scores");

  /** On RDS a role that is not a superuser may subscribe only with a password. */
  private static final String PASSWORDS =
      """
      host all touchstone_migration_auth,touchstone_migration_exercises,touchstone_migration_scores 127.0.0.1/32 scram-sha-256
      host all all 127.0.0.1/32 trust
      host all all ::1/128 trust
      """;

  private final EmbeddedPostgres source;
  private final EmbeddedPostgres target;

  private Servers(EmbeddedPostgres source, EmbeddedPostgres target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Starts both in an empty folder.
   *
   * @param oldSource whether the source is the oldest version, instead of the newest
   */
  static Servers start(Path folder, boolean oldSource) throws IOException, SQLException {
    EmbeddedPostgres source = server(folder.resolve("source"), oldSource);
    EmbeddedPostgres target = server(folder.resolve("target"), false);
    for (String database : DATABASES) {
      execute(source, "postgres", "CREATE ROLE %s LOGIN".formatted(database));
      execute(source, "postgres", "CREATE DATABASE %1$s OWNER %1$s".formatted(database));
      execute(source, "postgres", "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    }
    execute(target, "postgres", "CREATE ROLE master LOGIN CREATEDB CREATEROLE REPLICATION");
    execute(target, "postgres", "GRANT pg_create_subscription TO master");
    return new Servers(source, target);
  }

  private static EmbeddedPostgres server(Path data, boolean old) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("wal_level", "logical")
            .setServerConfig("max_logical_replication_workers", "12")
            .setServerConfig("max_worker_processes", "20")
            .setServerConfig("wal_retrieve_retry_interval", "200ms")
            .setServerConfig("fsync", "off");
    if (old) {
      builder.setPgBinaryResolver((_, _) -> OldPostgres.binaries());
    }
    EmbeddedPostgres server = builder.start();
    Files.writeString(data.resolve("pg_hba.conf"), PASSWORDS);
    execute(server, "postgres", "SELECT pg_reload_conf()");
    return server;
  }

  private static void execute(EmbeddedPostgres server, String database, String sql)
      throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void onSource(String database, String sql) throws SQLException {
    execute(source, database, sql);
  }

  void onTarget(String database, String sql) throws SQLException {
    execute(target, database, sql);
  }

  /** The only value of a query of a superuser on the source. */
  String ofSource(String database, String query) throws SQLException {
    return value(source, database, query);
  }

  /** The only value of a query of a superuser on the target. */
  String ofTarget(String database, String query) throws SQLException {
    return value(target, database, query);
  }

  private static String value(EmbeddedPostgres server, String database, String query)
      throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  int sourcePort() {
    return source.getPort();
  }

  int targetPort() {
    return target.getPort();
  }

  @Override
  public void close() throws IOException {
    source.close();
    target.close();
  }
}
