package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.util.Credentials;
import dev.touchstone.platform.config.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that the process uses or is about to use, with its pool. Thread-safe. */
final class Target implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Target.class);
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private final DatabaseConfiguration configuration;
  private final HikariDataSource pool;

  private Target(DatabaseConfiguration configuration, HikariDataSource pool) {
    this.configuration = configuration;
    this.pool = pool;
  }

  /**
   * Opens the pool and a first connection.
   *
   * @throws ConfigurationException if the pool or the server itself is unreachable
   */
  static Target open(DatabaseConfiguration configuration) {
    Target target =
        new Target(configuration, pool(configuration.address(), configuration.poolSize()));
    try {
      target.requirePool();
      if (configuration.hasPooler()) {
        configuration.direct().requireReachable();
      }
      return target;
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  DatabaseConfiguration configuration() {
    return configuration;
  }

  /** Borrows a connection of the pool. */
  Connection borrow() throws SQLException {
    return pool.getConnection();
  }

  /** How many connections of the pool are in use. */
  int inUse() {
    return pool().getActiveConnections();
  }

  /** The state of the pool. */
  HikariPoolMXBean pool() {
    return pool.getHikariPoolMXBean();
  }

  /** How many connections the pool may have. */
  int size() {
    return pool.getMaximumPoolSize();
  }

  /** Opens a connection of its own to the server itself. */
  Connection connectDirectly() throws SQLException {
    return configuration.direct().connect();
  }

  /**
   * Checks that the database takes writes.
   *
   * @throws ConfigurationException if it does not
   */
  void requireWritable() {
    try (Connection connection = borrow();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW transaction_read_only")) {
      if (result.next() && result.getString(1).equals("on")) {
        throw new ConfigurationException(
            "The database %s is read-only.".formatted(configuration.address().shown()));
      }
    } catch (SQLException e) {
      throw configuration.address().unreachable(e);
    }
  }

  private void requirePool() {
    try (Connection _ = borrow()) {
      log.debug("{} is reachable", configuration.address().jdbcUrl());
    } catch (SQLException | RuntimeException e) { // of Hikari or the driver
      log.debug("No connection to {}", configuration.address().jdbcUrl(), e);
      throw configuration.address().unreachable(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource pool(DatabaseAddress address, int size) {
    address.password().current(); // fails with the reason if there is none
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.jdbcUrl());
    pool.setCredentialsProvider(
        () -> Credentials.of(address.user(), address.password().current().reveal()));
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    pool.setInitializationFailTimeout(-1); // it would log the failure that is reported below
    pool.addDataSourceProperty("ApplicationName", DatabaseAddress.APPLICATION);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty(DatabaseAddress.ERROR_DETAIL, "false");
    return new HikariDataSource(pool);
  }
}
