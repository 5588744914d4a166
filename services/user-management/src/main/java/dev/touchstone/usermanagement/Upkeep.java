package dev.touchstone.usermanagement;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what must happen now and then, each task once a minute. Close it to end it. */
final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("user-management-upkeep").factory());

  private Upkeep() {}

  static Upkeep start(Runnable... tasks) {
    Upkeep upkeep = new Upkeep();
    for (Runnable task : List.of(tasks)) {
      var _ = upkeep.scheduler.scheduleWithFixedDelay(() -> attempt(task), 1, 1, TimeUnit.MINUTES);
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
      log.warn("Upkeep failed; it is tried again in a minute", e);
    }
  }
}
