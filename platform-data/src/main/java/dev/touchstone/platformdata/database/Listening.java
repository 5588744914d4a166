package dev.touchstone.platformdata.database;

import dev.touchstone.platform.http.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the notifications of channels, on a connection of its own to the server itself. It
 * connects again after a failure, and follows the process to another database. Thread-safe.
 */
public final class Listening implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  /** How long one look for notifications may block; also how long closing may take. */
  private static final int LOOK_MILLIS = 500;

  private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

  private final SwitchableConnections connections;
  private final List<String> channels;
  private final Receiver receiver;
  private final Outage outage = new Outage(log, "Listening for changes in the database");
  private final Thread thread;
  private volatile boolean closed;

  /** Whom notifications are for; called by one thread. */
  public interface Receiver {
    /** A connection listens now; what was sent before may have been missed. */
    void connected();

    /** A notification. */
    void received(String channel, String payload);
  }

  private Listening(
      SwitchableConnections connections, List<String> channels, Receiver receiver, String name) {
    this.connections = connections;
    this.channels = channels;
    this.receiver = receiver;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::listen);
  }

  static Listening start(
      SwitchableConnections connections, List<String> channels, Receiver receiver, String name) {
    Listening listening = new Listening(connections, channels, receiver, name);
    listening.thread.start();
    return listening;
  }

  @Override
  public void close() {
    closed = true;
    try { // no interrupt, which would break the connection
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (!closed) {
      Target target = connections.current();
      try (Connection connection = target.connectDirectly()) {
        listen(target, connection);
      } catch (SQLException | RuntimeException e) { // the latter where there is no password
        if (closed) {
          return;
        }
        outage.failed(e);
        pause();
      }
    }
  }

  private void listen(Target target, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String channel : channels) {
        statement.execute("LISTEN " + channel);
      }
    }
    outage.recovered();
    receiver.connected();
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (!closed && connections.current() == target) {
      for (PGNotification notification : notifications.getNotifications(LOOK_MILLIS)) {
        receiver.received(notification.getName(), notification.getParameter());
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
