package dev.touchstone.scores.wakeup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications, all that came meanwhile in one transaction. A transaction that notifies
 * holds a lock of the whole server while it commits; those that take leases and store results would
 * commit one after the other, each with its own write to the disk. Thread-safe.
 */
final class Announcements {
  private static final Logger log = LoggerFactory.getLogger(Announcements.class);

  /** Nothing is lost that a crash may not lose: waiters check from time to time. */
  private static final String SEND =
      """
      SELECT set_config('synchronous_commit', 'off', true), pg_notify(channel, payload)
      FROM unnest(?, ?) AS waiting (channel, payload)
      """;

  private final DataSource dataSource;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Set<Announcement> waiting = new LinkedHashSet<>();
  private boolean closed;

  private Announcements(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A notification; equal ones are sent once. */
  record Announcement(String channel, String payload) {}

  /** Starts to send. */
  static Announcements start(DataSource dataSource) {
    Announcements announcements = new Announcements(dataSource);
    Thread.ofVirtual().name("announcements").start(announcements::sendAll);
    return announcements;
  }

  /** Sends soon; never waits. */
  void add(List<Announcement> added) {
    lock.lock();
    try {
      waiting.addAll(added);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what waits, then ends. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void sendAll() {
    for (Set<Announcement> next = take(); !next.isEmpty(); next = take()) {
      try {
        send(List.copyOf(next));
      } catch (SQLException e) {
        log.warn("{} notifications were not sent; waiters find out later", next.size(), e);
      }
    }
  }

  /** Waits for announcements; none when closed. */
  private Set<Announcement> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      Set<Announcement> taken = waiting;
      waiting = new LinkedHashSet<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void send(List<Announcement> all) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SEND)) {
      statement.setArray(1, texts(connection, all.stream().map(Announcement::channel).toList()));
      statement.setArray(2, texts(connection, all.stream().map(Announcement::payload).toList()));
      statement.execute();
    }
  }

  private static Array texts(Connection connection, List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
