package dev.touchstone.platformdata.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** Threads that write without a pause, and know what was committed. Stop them before you count. */
final class Writers implements AutoCloseable {
  private final Database database;
  private final AtomicLong committed = new AtomicLong();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  private Writers(Database database) {
    this.database = database;
  }

  static Writers start(Database database, int count) {
    Writers writers = new Writers(database);
    for (int i = 0; i < count; i++) {
      int writer = i;
      writers.threads.add(Thread.ofVirtual().start(() -> writers.write(writer)));
    }
    return writers;
  }

  long committed() {
    return committed.get();
  }

  Queue<Throwable> failures() {
    return failures;
  }

  private void write(int writer) {
    for (int number = 0; !stopped; number++) {
      int next = number;
      try {
        database.jdbi().useTransaction(handle -> insert(handle, writer, next));
        committed.incrementAndGet();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  private static void insert(Handle handle, int writer, int number) {
    handle.execute("INSERT INTO written VALUES (?, ?)", writer, number);
    // A second statement: a transaction is longer than one round trip.
    handle.execute("SELECT count(*) FROM written WHERE writer = ? AND number < 3", writer);
  }

  /** Returns when no thread writes any more. */
  void stop() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
