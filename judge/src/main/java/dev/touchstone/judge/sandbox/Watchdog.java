package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stops runs that exceed a limit which the kernel does not enforce itself. Thread-safe. */
final class Watchdog implements AutoCloseable {
  /** How often memory and output are checked; no program uses much of either in less time. */
  private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();

  /** On average, where it matters how the run spends its time. */
  private static final double CLOSE_PAUSE = Duration.ofMillis(10).toNanos();

  /** A run may exceed its CPU time by this, times the number of processors. */
  private static final long SHORTEST_PAUSE = Duration.ofMillis(2).toNanos();

  /** Secret from programs, which could compute only when they expect a look. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());

  Watchdog() {
    clock.setRemoveOnCancelPolicy(true);
    clock.prestartAllCoreThreads();
  }

  /** Starts to watch a run; close the result when the run has ended. */
  Watch watch(BoxProcess process, Command command, Usage usage) {
    Watch watch = new Watch(process, command, usage);
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
    private final Command command;
    private final RunLimits limits;
    private final Usage usage;
    private final long start = System.nanoTime();
    private final RunClock runClock;
    private Optional<Outcome> stopped = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private Optional<Future<?>> upcoming = Optional.empty();
    private boolean ended;

    private Watch(BoxProcess process, Command command, Usage usage) {
      this.process = process;
      this.command = command;
      this.limits = command.limits();
      this.usage = usage;
      Optional<Conversation> conversation = command.conversation();
      conversation.ifPresent(with -> with.begin(usage));
      this.runClock =
          new RunClock(
              start,
              limits.wallTime(),
              () -> conversation.map(Conversation::ready).orElseGet(usage::ready));
    }

    /**
     * Why the run was stopped.
     *
     * @throws SandboxException if that was because it could no longer be watched
     */
    synchronized Optional<Outcome> stopped() {
      failure.ifPresent(cause -> {
        throw new SandboxException("A run could not be watched.", cause);
      });
      return stopped;
    }

    Duration wallTime() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public synchronized void close() {
      ended = true;
      command.conversation().ifPresent(with -> with.end(usage));
      upcoming.ifPresent(look -> look.cancel(false));
    }

    private synchronized void look() {
      if (ended) {
        return;
      }
      try {
        stopped = exceeded();
        if (stopped.isPresent()) {
          process.kill();
        } else {
          next();
        }
      } catch (RuntimeException | Error e) { // it must not go on without limits
        failure = Optional.of(e);
        process.kill();
      }
    }

    private Optional<Outcome> exceeded() {
      usage.look();
      Duration cpuTime = usage.cpuTime();
      runClock.look(System.nanoTime(), cpuTime);
      if (usage.outOfMemory()) {
        return Optional.of(Outcome.MEMORY_LIMIT);
      } else if (limits.cpuTime().compareTo(cpuTime) < 0) {
        return Optional.of(Outcome.CPU_LIMIT);
      } else if (runClock.left(System.nanoTime()) < 0) {
        return Optional.of(Outcome.WALL_LIMIT);
      } else if (command.overflowed()) {
        // Some programs, such as those that use Java's System.out, ignore failed writes.
        return Optional.of(Outcome.OUTPUT_LIMIT);
      }
      return Optional.empty();
    }

    private synchronized void next() {
      long now = System.nanoTime();
      Duration cpuTime = usage.cpuTime();
      long cpuLeft = limits.cpuTime().minus(cpuTime).toNanos();
      long left = Math.min(cpuLeft / PROCESSORS, runClock.left(now));
      if (runClock.closely(now, cpuTime)) {
        left = Math.min(left, (long) (RANDOM.nextExponential() * CLOSE_PAUSE));
      }
      long pause = Math.clamp(left, SHORTEST_PAUSE, LONGEST_PAUSE);
      upcoming = Optional.of(clock.schedule(this::look, pause, TimeUnit.NANOSECONDS));
    }
  }
}
