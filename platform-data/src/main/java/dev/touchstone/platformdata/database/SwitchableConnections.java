package dev.touchstone.platformdata.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;

/** Connections of the database that is in use at the moment. Thread-safe. */
final class SwitchableConnections implements ConnectionFactory, AutoCloseable {
  private final Gate gate = new Gate();
  private volatile Target current;

  SwitchableConnections(Target current) {
    this.current = current;
  }

  @Override
  public Connection openConnection() throws SQLException {
    return gate.pass(() -> current.borrow());
  }

  Target current() {
    return current;
  }

  Gate gate() {
    return gate;
  }

  /** Whether the gate is closed and all work has ended that began before. */
  boolean isDrained() {
    // In this order: who has passed the gate has a connection of the pool.
    return gate.isHeld() && gate.isEmpty() && current.inUse() == 0;
  }

  /** Uses another database from now on; call it while drained. Returns the one used before. */
  Target moveTo(Target next) {
    Target before = current;
    current = next;
    return before;
  }

  @Override
  public void close() {
    gate.open();
    current.close();
  }
}
