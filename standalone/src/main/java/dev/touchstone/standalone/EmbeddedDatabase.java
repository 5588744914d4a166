package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.files.Deletion;
import dev.touchstone.platform.files.DurableFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL in the data folder, on a free port of the loopback interface. Every database
 * has its own role; all log in with generated passwords.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** The major version of the binaries that the build brings. */
  private static final String MAJOR_VERSION = "17";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final String PASSWORDS_ONLY =
      """
      # Written by Touchstone: other users of this machine need a password, too.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Optional<ProcessHandle> server;
  private final Optional<PostgresGuard> guard;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Optional<ProcessHandle> server)
      throws IOException {
    this.postgres = postgres;
    this.server = server;
    this.guard =
        server.isPresent() ? Optional.of(PostgresGuard.of(server.get())) : Optional.empty();
  }

  /**
   * How the server is set up.
   *
   * @param folder contains its files
   * @param programs where the server itself is unpacked
   * @param port a free port of the loopback interface
   * @param databases the names of the databases, each also that of its role
   */
  record Settings(Path folder, Path programs, int port, Secrets secrets, List<String> databases) {
    /** The usual places in a data folder. */
    static Settings in(DataFolder data, int port, List<String> databases) {
      return new Settings(
          data.folder("postgresql"),
          data.folder("postgresql-programs"),
          port,
          new Secrets(data.folder("secrets")),
          databases);
    }

    /** Whether there are no databases yet. */
    boolean isNew() {
      return !Files.exists(data());
    }

    /** The {@code DATABASE_URL} of one of the databases. */
    String url(String database) {
      return "postgresql://%s:%s@127.0.0.1:%d/%s"
          .formatted(database, password(database), port, database);
    }

    private String password(String role) {
      return secrets.obtain("database-" + role);
    }

    private Path data() {
      return folder.resolve("data");
    }

    /** Files in the making; only complete ones become {@link #data()}. */
    private Path fresh() {
      return folder.resolve("data.new");
    }
  }

  /** Starts the server on the files in the folder, or on new ones. */
  static EmbeddedDatabase start(Settings settings) {
    requireMajorVersion(settings.data());
    PostgresProcess.stop(settings.data());
    PostgresProcess.stop(settings.fresh());
    try {
      if (settings.isNew()) {
        create(settings);
      }
      EmbeddedPostgres postgres = startOn(settings.data(), settings);
      return new EmbeddedDatabase(postgres, PostgresProcess.of(settings.data()));
    } catch (IOException
        | IllegalStateException e) { // the latter where a program of PostgreSQL fails
      log.error("The embedded PostgreSQL did not start", e);
      throw new ConfigurationException(
          "The embedded PostgreSQL in %s did not start. See %s.%s"
              .formatted(settings.folder(), LogFile.path(), hint()));
    } catch (SQLException e) {
      log.error("The embedded PostgreSQL could not be set up", e);
      throw new ConfigurationException(
          "The embedded PostgreSQL in %s could not be set up. See %s."
              .formatted(settings.folder(), LogFile.path()));
    }
  }

  /** The JVM calls a user without an entry {@code ?}; initdb ends without one. */
  private static String hint() {
    return System.getProperty("user.name", "").equals("?")
        ? " PostgreSQL needs an entry for your user in /etc/passwd, which is missing."
        : "";
  }

  /** Whether the server is still running. */
  boolean isRunning() {
    return server.map(PostgresProcess::isRunning).orElse(true);
  }

  /** The server's processes. */
  List<ProcessHandle> processes() {
    return server.stream()
        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
        .toList();
  }

  @Override
  public void close() {
    if (!isRunning()) {
      guard.ifPresent(PostgresGuard::close);
      return; // its process id may belong to another program by now
    }
    try {
      postgres.close();
    } catch (IOException | RuntimeException e) {
      log.warn("The embedded PostgreSQL did not stop cleanly; it recovers at the next start", e);
    } finally {
      guard.ifPresent(PostgresGuard::close);
    }
  }

  /**
   * Works under another name until it is complete, so a killed first start leaves nothing half
   * made.
   */
  private static void create(Settings settings) throws IOException, SQLException {
    Path fresh = settings.fresh();
    Deletion.delete(fresh); // a child of the killed set-up may be deleting, too
    try (EmbeddedPostgres postgres = startOn(fresh, settings)) {
      prepare(postgres, settings);
    }
    Files.writeString(fresh.resolve("pg_hba.conf"), PASSWORDS_ONLY);
    Files.move(fresh, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    DurableFile.sync(settings.folder());
  }

  private static EmbeddedPostgres startOn(Path files, Settings settings) throws IOException {
    // This process still holds it after a failed start; the data folder has its own lock.
    Files.deleteIfExists(files.resolve("epg-lock"));
    return EmbeddedPostgres.builder()
        .setPort(settings.port())
        .setDataDirectory(files)
        .setOverrideWorkingDirectory(settings.programs().toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_TIMEOUT)
        .setConnectConfig("password", settings.password("superuser"))
        .setServerConfig("listen_addresses", "127.0.0.1")
        // Nobody uses a socket in /tmp, and its lock file would outlive a killed server.
        .setServerConfig("unix_socket_directories", "")
        // The library's defaults suit tests: for speed they risk the last commits in a crash and
        // the
        // whole database in a power failure. Ours contains submissions.
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setServerConfig("max_connections", "100")
        // So that `migrate` can move the databases elsewhere; changing it needs a restart.
        .setServerConfig("wal_level", "logical")
        .start();
  }

  private static void prepare(EmbeddedPostgres postgres, Settings settings) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // Names are constants of ours and passwords hexadecimal: neither needs quoting.
      for (String name : settings.databases()) {
        statement.execute(
            "CREATE ROLE " + name + " LOGIN PASSWORD '" + settings.password(name) + "'");
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      }
      statement.execute("ALTER ROLE postgres PASSWORD '" + settings.password("superuser") + "'");
    }
  }

  private static void requireMajorVersion(Path data) {
    Path file = data.resolve("PG_VERSION");
    try {
      if (Files.exists(file) && !Files.readString(file).strip().equals(MAJOR_VERSION)) {
        throw new ConfigurationException(
            "The database in %s was written by PostgreSQL %s, but this version of Touchstone includes PostgreSQL %s. Start the version that wrote it. Nothing was changed."
                .formatted(data, Files.readString(file).strip(), MAJOR_VERSION));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
