package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data folder, on a free port of the loopback interface. Every
 * database has a role of its own; all log in with generated passwords.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** The major version of the binaries that the build brings. */
  private static final String MAJOR_VERSION = "17";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
  private static final String PASSWORDS_ONLY =
      """
      # Written by Touchstone: other users of this machine need a password, too.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Secrets secrets;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Secrets secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  /**
   * Starts the server on the files in the folder, or on new ones.
   *
   * @param binaries where the server's programs are unpacked
   */
  static EmbeddedDatabase start(Path folder, Path binaries, Secrets secrets, List<String> names) {
    Path data = folder.resolve("data");
    requireMajorVersion(data);
    stopLeftOver(data);
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_TIMEOUT)
              .setConnectConfig("password", secrets.obtain("database-superuser"))
              .setServerConfig("listen_addresses", "127.0.0.1")
              // The library's own default trades the last commits for speed; ours are submissions.
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, secrets);
      database.prepare(data, names);
      return database;
    } catch (IOException e) {
      log.error("The embedded PostgreSQL did not start", e);
      throw new ConfigurationException(
          "The embedded PostgreSQL in %s did not start; the log says why.".formatted(folder));
    } catch (SQLException e) {
      log.error("The embedded PostgreSQL could not be set up", e);
      throw new ConfigurationException(
          "The embedded PostgreSQL in %s could not be set up; the log says why.".formatted(folder));
    }
  }

  /** The {@code DATABASE_URL} of one of the databases. */
  String url(String name) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(name, secrets.obtain("database-" + name), postgres.getPort(), name);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("The embedded PostgreSQL did not stop cleanly; it recovers at the next start", e);
    }
  }

  private void prepare(Path data, List<String> names) throws IOException, SQLException {
    Path access = data.resolve("pg_hba.conf");
    if (Files.readString(access).equals(PASSWORDS_ONLY)) {
      return; // prepared, to the last step, by an earlier start
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : names) {
        createDatabase(statement, name);
      }
      statement.execute(
          "ALTER ROLE postgres PASSWORD '" + secrets.obtain("database-superuser") + "'");
      Files.writeString(access, PASSWORDS_ONLY);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** Names are constants of ours and passwords hexadecimal: neither needs quoting. */
  private void createDatabase(Statement statement, String name) throws SQLException {
    String password = secrets.obtain("database-" + name);
    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
      statement.execute("CREATE ROLE " + name + " LOGIN");
    }
    statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
    if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void requireMajorVersion(Path data) {
    Path file = data.resolve("PG_VERSION");
    try {
      if (Files.exists(file) && !Files.readString(file).strip().equals(MAJOR_VERSION)) {
        throw new ConfigurationException(
            "The database in %s is of PostgreSQL %s, this version of Touchstone brings %s. Start the version that wrote it; nothing was changed."
                .formatted(data, Files.readString(file).strip(), MAJOR_VERSION));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After a SIGKILL of the process before us, its PostgreSQL still runs on the same files. */
  private static void stopLeftOver(Path data) {
    Optional<ProcessHandle> leftOver = leftOver(data);
    if (leftOver.isEmpty()) {
      return;
    }
    log.warn("Stopping the PostgreSQL that an earlier process left behind");
    leftOver.get().destroy();
    try {
      leftOver.get().onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new ConfigurationException(
          "A PostgreSQL (process %d) still runs on %s and does not stop. Stop it, then start again."
              .formatted(leftOver.get().pid(), data));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<ProcessHandle> leftOver(Path data) {
    try {
      Path file = data.resolve("postmaster.pid");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      // The number may have been given to another program since; PostgreSQL's is in its folder.
      return ProcessHandle.of(pid).filter(process -> worksIn(process, data));
    } catch (IOException | NumberFormatException e) {
      log.warn("postmaster.pid can't be read", e);
      return Optional.empty();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.isSameFile(folder, data);
    } catch (IOException e) {
      return false;
    }
  }
}
