package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A streaming replica of a database, and how far it is. It is used only while it keeps up; a thread
 * looks every second whether it does. Positions are bytes of the write-ahead log. Thread-safe.
 */
final class Replica implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Replica.class);
  private static final Duration LOOK_PAUSE = Duration.ofSeconds(1);

  /** So often in a row it must have kept up before it is used again after a failure. */
  private static final int GOOD_LOOKS = 3;

  private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(500);

  /** A server that vanishes must not hold a read, which the primary can answer. */
  private static final int ANSWER_SECONDS = 10;

  private static final long LONGEST_POLL_PAUSE = 16;

  /** Null on a server that is no replica, or no longer. */
  private static final String REPLAYED =
      """
      SELECT CASE WHEN pg_is_in_recovery()
        THEN CAST(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0') AS bigint) END
      """;

  /** A replica has the identifier of its primary, and no other server has. */
  private static final String SYSTEM = "SELECT system_identifier FROM pg_control_system()";

  /**
   * What is answered as committed has been flushed, unless the server commits without waiting for
   * that. The end of what is flushed comes first: the rest may take its time.
   */
  private static final String COMMITTED =
      """
      SELECT CAST(pg_wal_lsn_diff(
        CASE current_setting('synchronous_commit')
          WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END,
        '0/0') AS bigint)
      """;

  private final HikariDataSource primary;
  private final HikariDataSource pool;
  private final String name;
  private final Duration patience;
  private final AtomicLong replayed = new AtomicLong();
  private final Thread watch;
  private volatile long lag;
  private volatile boolean usable;
  private boolean reported;
  private int goodLooks = GOOD_LOOKS - 1;

  private Replica(HikariDataSource primary, DatabaseAddress address, int size, Duration patience) {
    this.primary = primary;
    this.pool = address.pool(size, CONNECTION_TIMEOUT, ANSWER_SECONDS);
    this.name = address.shown();
    this.patience = patience;
    this.watch = Thread.ofVirtual().name("replica").unstarted(this::watch);
  }

  /**
   * Starts to watch a replica. Whether it can be reached is no condition.
   *
   * @param patience how long a read waits for the replica to catch up
   */
  static Replica start(
      HikariDataSource primary, DatabaseAddress address, int size, Duration patience) {
    Replica replica = new Replica(primary, address, size, patience);
    replica.watch.start();
    return replica;
  }

  /** Whether it kept up lately. */
  boolean isUsable() {
    return usable;
  }

  /** How far it was behind at the last look, in bytes. */
  long lag() {
    return lag;
  }

  /** How far the primary is: everything that has been answered as committed is before that. */
  long committed() throws SQLException {
    try (Connection connection = primary.getConnection()) {
      return number(connection, COMMITTED);
    }
  }

  /** Whether the replica shows everything up to a position, soon or now. */
  boolean shows(long position) {
    try {
      boolean shows = waitFor(position);
      if (!shows) {
        fail("it is behind by more than a read can wait for");
      }
      return shows;
    } catch (SQLException e) {
      fail(e.getMessage());
      return false;
    }
  }

  Connection borrow() throws SQLException {
    return pool.getConnection();
  }

  /** It is not used until it has kept up for a while. */
  synchronized void fail(@Nullable String reason) {
    usable = false;
    goodLooks = 0;
    if (!reported) {
      log.warn("The replica {} is not used, the primary answers: {}", name, reason);
      reported = true;
    }
  }

  private synchronized void keptUp() {
    goodLooks++;
    if (!usable && goodLooks >= GOOD_LOOKS) {
      usable = true;
      reported = false;
      log.info("The replica {} answers reads", name);
    }
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(LOOK_PAUSE);
      }
    } catch (InterruptedException e) {
      log.debug("The replica {} is no longer watched", name);
    }
  }

  private void look() {
    long position;
    String system;
    try (Connection connection = primary.getConnection()) {
      position = number(connection, COMMITTED);
      system = Long.toString(number(connection, SYSTEM));
    } catch (SQLException e) { // says nothing about the replica
      log.debug("The primary of {} did not answer", name, e);
      return;
    }
    try {
      requireSystem(system);
      boolean current = shows(position);
      lag = Math.max(0, position - replayed.get());
      if (current) {
        keptUp();
      }
    } catch (SQLException e) {
      fail(e.getMessage());
    }
  }

  private void requireSystem(String expected) throws SQLException {
    try (Connection connection = borrow()) {
      if (!expected.equals(Long.toString(number(connection, SYSTEM)))) {
        throw new SQLException("it is not a replica of this database's server");
      }
    }
  }

  private boolean waitFor(long position) throws SQLException {
    if (replayed.get() >= position) {
      return true;
    }
    long end = System.nanoTime() + patience.toNanos();
    try (Connection connection = borrow();
        PreparedStatement statement = connection.prepareStatement(REPLAYED)) {
      for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_POLL_PAUSE)) {
        long seen = number(statement);
        replayed.accumulateAndGet(seen, Math::max);
        if (seen >= position || System.nanoTime() - end > 0) {
          return seen >= position;
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return number(statement);
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      if (!result.next()) {
        throw new SQLException("no row");
      }
      long value = result.getLong(1);
      if (result.wasNull()) {
        throw new SQLException("it is not a replica");
      }
      return value;
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    pool.close();
  }
}
