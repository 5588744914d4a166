package dev.touchstone.scores.wakeup;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes threads that wait for a change. Read {@link #count()}, then check, then call {@link
 * #await}: a change in between ends the wait at once. Thread-safe.
 */
public final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private long count;

  /** How often it was raised. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everybody who waits. */
  public void raise() {
    lock.lock();
    try {
      count++;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it has been raised after the given count, or the time has passed. */
  public void await(long seen, Duration atMost) {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (count == seen && nanos > 0) {
        nanos = raised.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
