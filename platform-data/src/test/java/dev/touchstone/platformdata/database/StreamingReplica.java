package dev.touchstone.platformdata.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL and a second one that replays its log, as a replica of RDS does. */
final class StreamingReplica implements AutoCloseable {
  private final EmbeddedPostgres primary;
  private final Path replicaData;
  private EmbeddedPostgres replica;

  private StreamingReplica(EmbeddedPostgres primary, Path replicaData) throws IOException {
    this.primary = primary;
    this.replicaData = replicaData;
    this.replica = server(replicaData).start();
  }

  /** Starts both; the folder is empty. */
  static StreamingReplica start(Path folder) throws Exception {
    Path data = folder.resolve("primary");
    EmbeddedPostgres primary = server(data).start();
    Path copy = folder.resolve("replica");
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE service LOGIN");
      statement.execute("CREATE DATABASE service OWNER service");
      statement.execute("SELECT pg_backup_start('copy', true)");
      copy(data, copy);
      try (var result = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        result.next();
        Files.writeString(copy.resolve("backup_label"), result.getString(1));
      }
    }
    Files.createFile(copy.resolve("standby.signal"));
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(primary.getPort()));
    return new StreamingReplica(primary, copy);
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("wal_level", "replica")
        .setServerConfig("wal_keep_size", "256MB") // a replica that was away finds the log here
        .setServerConfig("synchronous_commit", "on") // the library's default is off
        .setServerConfig("fsync", "off");
  }

  /** In the form of {@code DATABASE_URL}, of a user without rights beyond its database. */
  String primaryUrl() {
    return url(primary.getPort());
  }

  String replicaUrl() {
    return url(replica.getPort());
  }

  private static String url(int port) {
    return "postgresql://service@127.0.0.1:%d/service".formatted(port);
  }

  /** The replica receives, but does not apply. */
  void pause() throws SQLException {
    onReplica("SELECT pg_wal_replay_pause()");
  }

  void resume() throws SQLException {
    onReplica("SELECT pg_wal_replay_resume()");
  }

  /** Changes a setting of the service's user on both servers. */
  void set(String setting, String value) throws SQLException {
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER ROLE service SET %s = %s".formatted(setting, value));
    }
  }

  void stopReplica() throws IOException {
    replica.close();
  }

  /** At the same address as before. */
  void startReplica() throws IOException {
    Files.deleteIfExists(replicaData.resolve("epg-lock"));
    replica = server(replicaData).setPort(replica.getPort()).start();
  }

  private void onReplica(String sql) throws SQLException {
    try (Connection connection = replica.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    replica.close();
    primary.close();
  }

  /** Without the log, which comes from the primary, and what is only for a running server. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(folder));
            Files.createDirectory(copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(file);
            String name = relative.toString();
            if (!name.startsWith("pg_wal/")
                && !name.equals("postmaster.pid")
                && !name.equals("epg-lock")) {
              Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
