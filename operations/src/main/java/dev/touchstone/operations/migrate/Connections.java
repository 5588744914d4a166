package dev.touchstone.operations.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;

/** Connections that are used again. Thread-safe. */
final class Connections implements ConnectionFactory, AutoCloseable {
  private final ConnectionFactory opened;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  Connections(ConnectionFactory opened) {
    this.opened = opened;
  }

  @Override
  public Connection openConnection() throws SQLException {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (!kept.isClosed()) { // the driver closes it when it has failed
        return kept;
      }
    }
    return opened.openConnection();
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      idle.push(connection);
    } else {
      connection.close(); // in the middle of something
    }
  }

  @Override
  public void close() {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      try {
        kept.close();
      } catch (SQLException e) {
        // closed either way
      }
    }
  }
}
