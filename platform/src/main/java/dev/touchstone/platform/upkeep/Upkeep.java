package dev.touchstone.platform.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what must happen now and then. Close it to end it. */
public final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final ScheduledExecutorService scheduler;

  private Upkeep(String name) {
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name + "-upkeep").factory());
  }

  /**
   * Starts to run tasks, one at a time, each with the given pause between its runs. A task that
   * fails is run again like one that did not.
   *
   * @param name of the service, for the thread
   */
  public static Upkeep start(String name, Duration pause, Runnable... tasks) {
    Upkeep upkeep = new Upkeep(name);
    long millis = pause.toMillis();
    for (Runnable task : List.of(tasks)) {
      var _ =
          upkeep.scheduler.scheduleWithFixedDelay(
              () -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
    }
    return upkeep;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) { // an exception would end the schedule
      log.warn("Upkeep failed; it is tried again", e);
    }
  }
}
