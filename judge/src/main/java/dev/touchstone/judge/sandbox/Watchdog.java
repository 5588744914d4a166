package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stops runs that exceed a limit which the kernel does not hold by itself. Thread-safe. */
final class Watchdog implements AutoCloseable {
  /** How often memory is looked at. */
  private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();

  /** By so much, times the number of processors, a run may exceed its CPU time. */
  private static final long SHORTEST_PAUSE = Duration.ofMillis(2).toNanos();

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());

  Watchdog() {
    clock.setRemoveOnCancelPolicy(true);
    clock.prestartAllCoreThreads();
  }

  /** Begins to watch a run; close what is returned when it has ended. */
  Watch watch(BoxProcess process, Limits limits, Optional<ControlGroup> group) {
    Watch watch = new Watch(process, limits, group);
    watch.next();
    return watch;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** One run under watch. */
  final class Watch implements AutoCloseable {
    private final BoxProcess process;
    private final Limits limits;
    private final Optional<ControlGroup> group;
    private final long start = System.nanoTime();
    private Optional<Outcome> stopped = Optional.empty();
    private Optional<Future<?>> upcoming = Optional.empty();
    private boolean ended;

    private Watch(BoxProcess process, Limits limits, Optional<ControlGroup> group) {
      this.process = process;
      this.limits = limits;
      this.group = group;
    }

    /** What the run was stopped for. */
    synchronized Optional<Outcome> stopped() {
      return stopped;
    }

    Duration wallTime() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public synchronized void close() {
      ended = true;
      upcoming.ifPresent(look -> look.cancel(false));
    }

    private synchronized void look() {
      if (ended) {
        return;
      }
      stopped = exceeded();
      if (stopped.isPresent()) {
        process.kill();
      } else {
        next();
      }
    }

    private Optional<Outcome> exceeded() {
      if (cpuLeft() < 0) {
        return Optional.of(Outcome.CPU_LIMIT);
      } else if (wallLeft() < 0) {
        return Optional.of(Outcome.WALL_LIMIT);
      } else if (group.isPresent() && group.get().outOfMemory()) {
        return Optional.of(Outcome.MEMORY_LIMIT);
      }
      return Optional.empty();
    }

    private synchronized void next() {
      long left = Math.min(cpuLeft() / PROCESSORS, wallLeft());
      long pause = Math.clamp(left, SHORTEST_PAUSE, LONGEST_PAUSE);
      upcoming = Optional.of(clock.schedule(this::look, pause, TimeUnit.NANOSECONDS));
    }

    private long cpuLeft() {
      return group
          .map(accounts -> limits.cpuTime().minus(accounts.cpuTime()).toNanos())
          .orElse(Long.MAX_VALUE);
    }

    private long wallLeft() {
      return limits.wallTime().minus(wallTime()).toNanos();
    }
  }
}
