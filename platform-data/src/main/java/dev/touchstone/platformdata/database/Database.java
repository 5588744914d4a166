package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Readiness;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's own database: pool, JDBI, and its schema at the version of this code. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private final HikariDataSource dataSource;
  private final Jdbi jdbi;

  private Database(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbi =
        Jdbi.create(dataSource)
            .installPlugin(new PostgresPlugin())
            .installPlugin(new RecordMapping())
            .installPlugin(new StatementSpans());
  }

  /**
   * Connects and brings the schema up to date. Several processes may do so at once: migrations run
   * under a lock.
   *
   * @param migrations the folder of the migrations on the class path, such as {@code db/scores}
   * @throws ConfigurationException if the database is unreachable or was written by a newer version
   *     of the program
   */
  public static Database open(DatabaseConfiguration configuration, String migrations) {
    HikariDataSource dataSource = connect(configuration);
    try {
      migrate(dataSource, migrations);
      return new Database(dataSource);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  /** Where stores run their SQL; {@code mapTo} reads rows as records, see {@link RecordMapping}. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** For uses that need a dedicated connection, such as LISTEN. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Whether the database answers. */
  public Readiness readiness() {
    return new Readiness(
        "database",
        () -> {
          try (var connection = dataSource.getConnection();
              var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute("SELECT 1");
          }
        });
  }

  @Override
  public void close() {
    dataSource.close();
  }

  private static HikariDataSource connect(DatabaseConfiguration configuration) {
    configuration.password().current(); // fails with the reason if there is none
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(configuration.jdbcUrl());
    pool.setCredentialsProvider(
        () -> Credentials.of(configuration.user(), configuration.password().current().reveal()));
    pool.setMaximumPoolSize(configuration.poolSize());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    pool.setInitializationFailTimeout(-1); // it would log the failure that is reported below
    pool.addDataSourceProperty("ApplicationName", "touchstone");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    HikariDataSource dataSource = new HikariDataSource(pool);
    try (Connection _ = dataSource.getConnection()) {
      return dataSource;
    } catch (SQLException | RuntimeException e) { // of Hikari or the driver
      dataSource.close();
      log.debug("No connection to {}", configuration.jdbcUrl(), e);
      throw configuration.unreachable(e);
    }
  }

  private static void migrate(DataSource dataSource, String migrations) {
    Flyway flyway =
        Flyway.configure().dataSource(dataSource).locations("classpath:" + migrations).load();
    try {
      requireKnownSchema(flyway);
      var result = flyway.migrate();
      if (result.migrationsExecuted > 0) {
        log.info("{}: schema is now at version {}", migrations, result.targetSchemaVersion);
      }
    } catch (FlywayException e) {
      log.error("The migrations of {} failed", migrations, e);
      throw new ConfigurationException(
          "The schema of " + migrations + " could not be brought up to date. See the log.");
    }
  }

  private static void requireKnownSchema(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new ConfigurationException(
            "The data was written by a newer version of Touchstone (schema version %s). Start that version, or restore a backup of this one. Nothing was changed."
                .formatted(migration.getVersion()));
      }
    }
  }
}
