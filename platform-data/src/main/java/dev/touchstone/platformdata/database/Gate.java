package dev.touchstone.platformdata.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where borrowers of connections wait while the database is held. Hikari's own suspension is not
 * used: decision record 0036 explains why. Thread-safe.
 */
final class Gate {
  /** Bound in threads whose work began before the hold and is to end. */
  private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private final AtomicInteger passing = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean held;

  /** Something that needs a connection. */
  @FunctionalInterface
  interface Passage<T> {
    T go() throws SQLException;
  }

  /** Goes through as soon as the gate is open. */
  <T> T pass(Passage<T> passage) throws SQLException {
    enter();
    try {
      return passage.go();
    } finally {
      passing.decrementAndGet();
    }
  }

  /** Does longer work that the next hold waits for, with all connections that it borrows. */
  void passWith(Runnable work) throws SQLException {
    pass(() -> {
      ScopedValue.where(INSIDE, true).run(work);
      return true;
    });
  }

  private void enter() throws SQLException {
    while (true) {
      // First counted, then checked: whoever closes the gate sees each that did not see it closed.
      passing.incrementAndGet();
      if (!held || INSIDE.isBound()) {
        return;
      }
      passing.decrementAndGet();
      awaitOpen();
    }
  }

  private void awaitOpen() throws SQLException {
    waiting.incrementAndGet();
    lock.lock();
    try {
      while (held) {
        opened.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("Interrupted while the database was held.", e);
    } finally {
      lock.unlock();
      waiting.decrementAndGet();
    }
  }

  /** Lets nobody pass until {@link #open}. */
  void hold() {
    held = true;
  }

  /** Lets everybody pass who waits. */
  void open() {
    lock.lock();
    try {
      held = false;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isHeld() {
    return held;
  }

  /** Whether nobody is passing just now. */
  boolean isEmpty() {
    return passing.get() == 0;
  }

  /** How many wait. */
  int waiting() {
    return waiting.get();
  }
}
