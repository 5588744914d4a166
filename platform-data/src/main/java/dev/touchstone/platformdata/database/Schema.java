package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema that this version of the program needs. Immutable.
 *
 * @param migrations the folder of the migrations on the class path
 */
record Schema(String migrations) {
  private static final Logger log = LoggerFactory.getLogger(Schema.class);

  /**
   * By default Flyway holds its lock in a transaction of another connection, which also notes that
   * a migration is done: a program killed between the two commits would run that migration again at
   * its next start, and fail. With a lock of the session there is one connection and one commit.
   */
  private static final Map<String, String> ONE_TRANSACTION =
      Map.of("flyway.postgresql.transactional.lock", "false");

  /**
   * Brings the schema up to date.
   *
   * @throws ConfigurationException if that failed, or a newer version of the program wrote it
   */
  void migrate(DatabaseAddress address) {
    Flyway flyway = flyway(address);
    try {
      requireKnown(flyway);
      var result = flyway.migrate();
      if (result.migrationsExecuted > 0) {
        log.info("{}: schema is now at version {}", migrations, result.targetSchemaVersion);
      }
    } catch (FlywayException e) {
      log.error("The migrations of {} failed", migrations, e);
      throw new ConfigurationException(
          "The schema of %s could not be brought up to date: %s. See the log."
              .formatted(migrations, reason(e)));
    }
  }

  /**
   * Checks, without changing anything, that the schema is exactly the one of this version.
   *
   * @throws ConfigurationException that says what differs
   */
  void requireCurrent(DatabaseAddress address) {
    String difference;
    try {
      Flyway flyway = flyway(address);
      requireKnown(flyway); // validating ignores migrations of newer versions
      var validation = flyway.validateWithResult();
      if (validation.validationSuccessful) {
        return;
      }
      difference = validation.getAllErrorMessages().replaceAll("\\s+", " ");
    } catch (FlywayException e) {
      log.warn("The schema of {} could not be read", address.shown(), e);
      difference = "it could not be read; see the log.";
    }
    throw new ConfigurationException(
        "The schema of %s is not that of this version (%s): %s"
            .formatted(address.shown(), migrations, difference));
  }

  /** What the database said, on one line. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private Flyway flyway(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.jdbcUrl(), address.user(), address.password().current().reveal())
        .locations("classpath:" + migrations)
        .configuration(ONE_TRANSACTION)
        .load();
  }

  private static void requireKnown(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new ConfigurationException(
            "The data was written by a newer version of Touchstone (schema version %s). Start that version, or restore a backup of this one. Nothing was changed."
                .formatted(migration.getVersion()));
      }
    }
  }
}
