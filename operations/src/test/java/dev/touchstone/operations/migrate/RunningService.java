package dev.touchstone.operations.migrate;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What of a service matters here: its database, its admin port, and a writer that never rests. */
final class RunningService implements AutoCloseable {
  static final String TOKEN = "operator-token-of-this-test-only";

  private final Database database;
  private final ServiceServer server;
  private final Thread writer;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /**
   * Starts it.
   *
   * @param insert a row with the number of the write; {@code ?} is its place
   */
  RunningService(String url, String migrations, String insert) {
    this.database =
        Database.open(
            DatabaseConfiguration.from(
                Environment.of(
                    Map.of(
                        "DATABASE_URL",
                        url,
                        "TOUCHSTONE_OPERATOR_TOKEN",
                        TOKEN,
                        "TOUCHSTONE_DATABASE_POOL",
                        "4"))),
            migrations);
    this.server =
        ServiceServer.start(
            "test",
            new ServiceServer.Address("127.0.0.1", 0, 0),
            Metrics.of("test"),
            Tracing.start("test"),
            List.of(),
            List.of(),
            database.operatorEndpoints());
    this.writer = Thread.ofVirtual().start(() -> write(insert));
  }

  private void write(String insert) {
    while (!stopped) {
      long start = System.nanoTime();
      try {
        database.jdbi().useHandle(handle -> handle.execute(insert, written.get() + 1));
        written.incrementAndGet();
      } catch (RuntimeException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
      longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  String admin() {
    return "http://127.0.0.1:" + server.adminPort();
  }

  /** How many rows it was told are written. */
  int written() {
    return written.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** The longest write since the last call. */
  Duration longest() {
    return Duration.ofNanos(longestNanos.getAndSet(0));
  }

  /** Ends the writer; the service goes on. */
  void rest() {
    stopped = true;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    rest();
    server.close();
    database.close();
  }
}
