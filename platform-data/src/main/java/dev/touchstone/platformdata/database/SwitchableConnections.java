package dev.touchstone.platformdata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Connections of the database that is in use at the moment. Thread-safe. */
final class SwitchableConnections implements ConnectionFactory, AutoCloseable {
  /** What the next borrower of this thread gets, in place of one of the pool. */
  private static final ScopedValue<AtomicReference<@Nullable Connection>> GIVEN =
      ScopedValue.newInstance();

  private final Gate gate = new Gate();
  private volatile Target current;

  SwitchableConnections(Target current) {
    this.current = current;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection given = GIVEN.isBound() ? GIVEN.get().getAndSet(null) : null;
    return given != null ? given : gate.pass(() -> current.borrow());
  }

  /** Does something with a connection in place of one of the pool. */
  <R> R with(Connection connection, ScopedValue.CallableOp<R, RuntimeException> work) {
    return ScopedValue.where(GIVEN, new AtomicReference<>(connection)).call(work);
  }

  Target current() {
    return current;
  }

  /** The replica, if it shows everything that is committed at this moment. */
  Optional<Replica> currentReplica() {
    if (current.replica().isEmpty()) {
      return Optional.empty();
    }
    try {
      return gate.pass(this::usable)
          .filter(needed -> needed.replica().shows(needed.position()))
          .map(Needed::replica);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** What a replica has to show, as its own primary says. */
  private record Needed(Replica replica, long position) {}

  /** Within the gate: whoever waited there may find another database, and the old one closed. */
  private Optional<Needed> usable() throws SQLException {
    Replica replica = current.replica().filter(Replica::isUsable).orElse(null);
    return replica == null
        ? Optional.empty()
        : Optional.of(new Needed(replica, replica.committed()));
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
