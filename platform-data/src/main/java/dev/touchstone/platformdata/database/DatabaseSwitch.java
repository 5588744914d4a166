package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.ProblemException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a running process to another database without a failed request: {@link #hold} lets running
 * transactions end and new ones wait, {@link #prepare} connects to the other database and checks
 * it, {@link #resume} goes on there. Until then the process returns to its old database by itself
 * when the deadline has passed. Thread-safe.
 */
final class DatabaseSwitch {
  private static final Logger log = LoggerFactory.getLogger(DatabaseSwitch.class);
  private static final Duration DRAIN_PAUSE = Duration.ofMillis(2);
  private final SwitchableConnections connections;
  private final Schema schema;
  private final AtomicLong switches = new AtomicLong();
  private final AtomicLong returns = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Hold hold;

  DatabaseSwitch(SwitchableConnections connections, Schema schema) {
    this.connections = connections;
    this.schema = schema;
  }

  private static final class Hold {
    final Instant deadline;
    volatile boolean drained;
    volatile @Nullable Target next;

    Hold(Instant deadline) {
      this.deadline = deadline;
    }
  }

  /**
   * What an operator sees.
   *
   * @param state {@code open}, {@code holding}, {@code held} or {@code prepared}
   * @param next the database that was prepared
   * @param inUse connections in use
   * @param waiting borrowers who wait
   * @param deadline when the process returns to its database by itself
   */
  record Status(
      String state,
      String database,
      @Nullable String next,
      int inUse,
      int waiting,
      @Nullable Instant deadline) {}

  Status status() {
    Hold current = hold;
    Target next = current == null ? null : current.next;
    String state =
        current == null ? "open" : next != null ? "prepared" : current.drained ? "held" : "holding";
    Target database = connections.current();
    return new Status(
        state,
        database.configuration().address().shown(),
        next == null ? null : next.configuration().address().shown(),
        database.inUse(),
        connections.gate().waiting(),
        current == null ? null : current.deadline);
  }

  /**
   * Holds the database; returns when no transaction is open any more.
   *
   * @param most how long until the process returns to its database by itself
   * @throws ProblemException 409 if it is held already, or transactions were open until the end
   */
  Status hold(Duration most) {
    Hold begun = new Hold(Instant.now().plus(most));
    lock.lock();
    try {
      if (hold != null) {
        throw ProblemException.conflict("database_held", "The database is held already.");
      }
      hold = begun;
      connections.gate().hold();
    } finally {
      lock.unlock();
    }
    long start = System.nanoTime();
    log.info("The database is held until {} at the latest", begun.deadline);
    Thread.ofVirtual().name("database-hold").start(() -> returnAfter(begun, most));
    while (!connections.isDrained()) {
      if (hold != begun) {
        throw ProblemException.conflict(
            "database_not_drained",
            "Transactions were still open when the hold ended. The process goes on with its database.");
      }
      pause(DRAIN_PAUSE);
    }
    lock.lock();
    try {
      requireSame(begun);
      begun.drained = true;
    } finally {
      lock.unlock();
    }
    log.info(
        "No transaction is open any more, after {} ms",
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    return status();
  }

  /**
   * Connects to another database and checks it; it is not used before {@link #resume}.
   *
   * @throws ProblemException 409 unless the database is held, 422 if the other one does not suit
   */
  Status prepare(DatabaseConfiguration configuration) {
    Hold begun = hold;
    if (begun == null || !begun.drained) {
      throw notHeld();
    }
    Target next = open(configuration.likeThatOf(connections.current().configuration()));
    Target replaced;
    lock.lock();
    try {
      if (hold != begun) {
        next.close();
        throw notHeld();
      }
      replaced = begun.next;
      begun.next = next;
    } finally {
      lock.unlock();
    }
    if (replaced != null) {
      replaced.close();
    }
    log.info("The database {} is prepared", configuration.address().shown());
    return status();
  }

  /**
   * Goes on with the database that was prepared.
   *
   * @throws ProblemException 409 if none is prepared
   */
  Status resume() {
    Target before;
    lock.lock();
    try {
      Hold begun = hold;
      if (begun == null || begun.next == null) {
        throw ProblemException.conflict(
            "database_not_prepared", "No other database is prepared. Hold and switch first.");
      }
      before = connections.moveTo(begun.next);
      hold = null;
      connections.gate().open();
    } finally {
      lock.unlock();
    }
    switches.incrementAndGet();
    before.close();
    log.warn(
        "The database is now {} instead of {}; a restart reads the settings again",
        connections.current().configuration().address().shown(),
        before.configuration().address().shown());
    return status();
  }

  /** Ends a hold, if there is one, and goes on with the database used before. */
  Status cancel() {
    Hold begun = hold;
    if (begun != null && end(begun)) {
      log.info("The hold of the database was cancelled");
    }
    return status();
  }

  /** Registers the meters. */
  void bindTo(MeterRegistry registry) {
    Gauge.builder("database.held", this, it -> it.hold == null ? 0 : 1)
        .description("1 while the database is held for a switch, else 0.")
        .register(registry);
    Gauge.builder("database.waiting", connections.gate(), Gate::waiting)
        .description("Borrowers of connections who wait because the database is held.")
        .register(registry);
    FunctionCounter.builder("database.switches", switches, AtomicLong::get)
        .description("Switches to another database.")
        .register(registry);
    FunctionCounter.builder("database.returns", returns, AtomicLong::get)
        .description("Holds of the database that ended without a switch.")
        .register(registry);
  }

  private void returnAfter(Hold begun, Duration most) {
    pause(most);
    if (end(begun)) {
      log.warn("The deadline has passed without a switch; the database is used again as before");
    }
  }

  /** Whether this call ended the hold. */
  private boolean end(Hold begun) {
    Target next;
    lock.lock();
    try {
      if (hold != begun) {
        return false;
      }
      next = begun.next;
      hold = null;
      connections.gate().open();
    } finally {
      lock.unlock();
    }
    returns.incrementAndGet();
    if (next != null) {
      next.close();
    }
    return true;
  }

  private Target open(DatabaseConfiguration configuration) {
    try {
      configuration.address().requireReachable(); // a pool would try again for seconds
      Target target = Target.open(configuration);
      try {
        target.requireWritable();
        schema.requireCurrent(configuration.direct());
        return target;
      } catch (RuntimeException e) {
        target.close();
        throw e;
      }
    } catch (ConfigurationException e) {
      throw unsuitable(e);
    }
  }

  static ProblemException unsuitable(ConfigurationException reason) {
    return ProblemException.of(422, "database_unsuitable", String.join(" ", reason.faults()));
  }

  private void requireSame(Hold begun) {
    if (hold != begun) {
      throw notHeld();
    }
  }

  private static ProblemException notHeld() {
    return ProblemException.conflict(
        "database_not_held", "The database is not held, or no longer. Hold it first.");
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
