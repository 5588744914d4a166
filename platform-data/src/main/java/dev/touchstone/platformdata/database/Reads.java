package dev.touchstone.platformdata.database;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs reads on the replica, if there is one that shows everything that was committed before the
 * read began, and else on the primary. So nobody misses what they or anybody else wrote, from
 * whatever process or device. Decision record 0036 has the reasons. Thread-safe.
 */
public final class Reads {
  private static final Logger log = LoggerFactory.getLogger(Reads.class);
  private final Jdbi jdbi;
  private final SwitchableConnections connections;
  private final AtomicLong onReplica = new AtomicLong();
  private final AtomicLong onPrimary = new AtomicLong();

  Reads(Jdbi jdbi, SwitchableConnections connections) {
    this.jdbi = jdbi;
    this.connections = connections;
  }

  /**
   * Runs a read. It must change nothing, and may run a second time if the replica fails.
   *
   * @return what the read returned
   */
  public <R> R withHandle(HandleCallback<R, RuntimeException> read) {
    if (jdbi.getHandleScope().get() != null) { // within a transaction, which sees its own writes
      return jdbi.withHandle(read);
    }
    Optional<Replica> replica = connections.currentReplica();
    if (replica.isPresent()) {
      try (Connection connection = replica.get().borrow()) {
        R result = connections.with(connection, () -> jdbi.withHandle(read));
        onReplica.incrementAndGet();
        return result;
      } catch (SQLException e) {
        replica.get().fail(e.getMessage());
      } catch (JdbiException e) {
        requireReplicasFault(e, replica.get());
      }
    }
    onPrimary.incrementAndGet();
    return jdbi.withHandle(read);
  }

  /** Registers the meters. */
  void bindTo(MeterRegistry registry) {
    gauge(
        registry,
        "database.replica.usable",
        "1 while reads may go to the replica, else 0.",
        it -> it.isUsable() ? 1 : 0);
    gauge(
        registry,
        "database.replica.lag.bytes",
        "Bytes of the log that the replica had not replayed when a read began, at the last look.",
        Replica::lag);
    counter(registry, "replica", onReplica);
    counter(registry, "primary", onPrimary);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Replica> value) {
    Gauge.builder(
            name,
            connections,
            it -> it.current().replica().map(replica -> value.applyAsDouble(replica)).orElse(0.0))
        .description(description)
        .register(registry);
  }

  private static void counter(MeterRegistry registry, String target, AtomicLong count) {
    FunctionCounter.builder("database.reads", count, AtomicLong::get)
        .description("Reads that may go to a replica, by where they went.")
        .tag("target", target)
        .register(registry);
  }

  /** Throws what is wrong with the read itself. */
  private static void requireReplicasFault(JdbiException failure, Replica replica) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    if (!(cause instanceof SQLException sql)) {
      throw failure;
    }
    String state = sql.getSQLState();
    if (sql instanceof SQLTransientConnectionException
        || state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")) {
      replica.fail(sql.getMessage());
    } else if (state.startsWith("40")) {
      log.debug("Replaying ended a read; the primary answers it", failure);
    } else {
      throw failure;
    }
  }
}
