package dev.touchstone.scores.wakeup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
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

  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final ConnectionFactory connections;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Set<Announcement> waiting = new LinkedHashSet<>();
  private final Thread thread;
  private boolean closed;

  private Announcements(ConnectionFactory connections) {
    this.connections = connections;
    this.thread = Thread.ofVirtual().name("announcements").unstarted(this::sendAll);
  }

  /** A notification; equal ones are sent once. */
  record Announcement(String channel, String payload) {}

  /** Starts to send. */
  static Announcements start(ConnectionFactory connections) {
    Announcements announcements = new Announcements(connections);
    announcements.thread.start();
    return announcements;
  }

  /** Sends soon; never waits. */
  void add(List<Announcement> added) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      waiting.addAll(added);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what waits, then ends; what is added later is not sent. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll() {
    for (Set<Announcement> next = take(); !next.isEmpty(); next = take()) {
      try {
        send(List.copyOf(next));
      } catch (SQLException | RuntimeException | Error e) { // the next ones may succeed
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
    try (Connection connection = connections.openConnection();
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
