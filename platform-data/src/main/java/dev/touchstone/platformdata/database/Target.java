package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.touchstone.platform.config.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that the process uses or is about to use, with its pool. Thread-safe. */
final class Target implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Target.class);
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private final DatabaseConfiguration configuration;
  private final HikariDataSource pool;
  private Optional<Replica> replica = Optional.empty();

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
        new Target(
            configuration,
            configuration.address().pool(configuration.poolSize(), CONNECTION_TIMEOUT, 0));
    try {
      target.requirePool();
      if (configuration.hasPooler()) {
        configuration.direct().requireReachable();
      }
      target.replica =
          configuration
              .replica()
              .map(address ->
                  Replica.start(
                      target.pool,
                      address,
                      configuration.poolSize(),
                      configuration.replicaPatience()));
      return target;
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  DatabaseConfiguration configuration() {
    return configuration;
  }

  Optional<Replica> replica() {
    return replica;
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
    replica.ifPresent(Replica::close);
    pool.close();
  }
}
