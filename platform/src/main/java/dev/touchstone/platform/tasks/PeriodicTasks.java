package dev.touchstone.platform.tasks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a service's recurring work, such as deleting what has expired. Close it to stop.
 * Thread-safe.
 */
public final class PeriodicTasks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PeriodicTasks.class);

  private final ScheduledExecutorService scheduler;

  private PeriodicTasks(String name) {
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name + "-tasks").factory());
  }

  /**
   * Starts to run tasks, one at a time, each with the given pause between its runs. A failed task
   * is logged and keeps its schedule.
   *
   * @param name of the service, for the thread
   */
  public static PeriodicTasks start(String name, Duration pause, Runnable... tasks) {
    PeriodicTasks periodic = new PeriodicTasks(name);
    long millis = pause.toMillis();
    for (Runnable task : List.of(tasks)) {
      var _ =
          periodic.scheduler.scheduleWithFixedDelay(
              () -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
    }
    return periodic;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) { // an exception would end the schedule
      log.warn("A periodic task failed; it runs again on schedule", e);
    }
  }
}
