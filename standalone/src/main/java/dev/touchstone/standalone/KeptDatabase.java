package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Readiness;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database under supervision: if its server dies, it is restarted on the same port and
 * files, PostgreSQL recovers from its log, and the services reconnect. Thread-safe.
 */
final class KeptDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeptDatabase.class);

  /** Between two checks of the server, and after a failed start. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After this time the failures counted so far no longer matter. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private static final int MOST_STARTS = 3;

  private final EmbeddedDatabase.Settings settings;
  private final Consumer<String> progress;
  private final Runnable lost;
  private final Thread watch;
  private volatile EmbeddedDatabase database;

  private KeptDatabase(
      EmbeddedDatabase.Settings settings, Consumer<String> progress, Runnable lost) {
    this.settings = settings;
    this.progress = progress;
    this.lost = lost;
    this.database = EmbeddedDatabase.start(settings);
    this.watch = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
  }

  /**
   * Starts the server.
   *
   * @param progress receives a line after each restart
   * @param lost called once, if the server cannot be restarted
   * @throws ConfigurationException if it does not start for the first time
   */
  static KeptDatabase start(
      EmbeddedDatabase.Settings settings, Consumer<String> progress, Runnable lost) {
    KeptDatabase kept = new KeptDatabase(settings, progress, lost);
    kept.watch.start();
    return kept;
  }

  /** Whether the server runs. */
  Readiness readiness() {
    return new Readiness(
        "database",
        () -> {
          if (!database.isRunning()) {
            throw new IllegalStateException("The server is not running.");
          }
        });
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  private void watch() {
    long started = System.nanoTime();
    int starts = 0;
    while (!Thread.currentThread().isInterrupted()) {
      pause();
      if (database.isRunning()) {
        continue;
      }
      starts = System.nanoTime() - started > STEADY.toNanos() ? 1 : starts + 1;
      if (starts > MOST_STARTS) {
        lost.run();
        return;
      }
      if (starts == 1) { // an error, so that the terminal shows it too
        log.error("The embedded PostgreSQL stopped; restarting it");
      }
      if (restart()) {
        started = System.nanoTime();
        progress.accept("PostgreSQL is running again.");
      }
    }
  }

  private boolean restart() {
    database.close(); // its server has ended, its guard has not
    try {
      database = EmbeddedDatabase.start(settings);
      return true;
    } catch (RuntimeException e) { // of any kind: the next one may succeed
      log.error("The restart failed: {}", e.getMessage());
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
