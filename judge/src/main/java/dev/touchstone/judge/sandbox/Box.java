package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.BoxProcess.End;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.Watchdog.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A place where one command at a time runs. It has a thread of its own, since a thread is what the
 * kernel gives a user, namespaces and a processor to. Each run begins with fresh folders, processes
 * and control groups; what stays is what no program can change.
 */
final class Box implements AutoCloseable {
  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin");
  private static final int LONGEST_REASON = 500;

  private final Path bubblewrap;
  private final Path filter;
  private final Optional<ControlGroups> groups;
  private final Watchdog watchdog;
  private final ExecutorService thread;
  private final Identity identity;
  private final Optional<BoxRoot> root;
  private final BoxCommandLine commandLine;
  private volatile Optional<BoxProcess> running = Optional.empty();

  /**
   * Prepares a box.
   *
   * @param folder the box's own, which it makes
   * @throws SandboxException if the judge is root and can't become another user
   */
  Box(
      int number,
      boolean asRoot,
      Path folder,
      Path bubblewrap,
      Path filter,
      Optional<ControlGroups> groups,
      Watchdog watchdog) {
    this.bubblewrap = bubblewrap;
    this.filter = filter;
    this.groups = groups;
    this.watchdog = watchdog;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("box-" + number).factory());
    SystemFiles files = SystemFiles.find();
    this.identity = result(thread.submit(() -> Identity.take(asRoot, number)));
    this.root =
        asRoot
            ? result(thread.submit(() -> BoxRoot.create(folder, identity.user(), files)))
            : Optional.empty();
    this.commandLine = new BoxCommandLine(files, root.map(BoxRoot::path));
  }

  /** Whether each run only has to enter what has been prepared. */
  boolean prepared() {
    return root.isPresent();
  }

  /** Runs a command; if the caller is interrupted, the run is stopped. */
  Execution run(String name, Command command) {
    return result(thread.submit(() -> runHere(name, command)));
  }

  @Override
  public void close() {
    running.ifPresent(BoxProcess::kill);
    thread.close();
  }

  private <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      running.ifPresent(BoxProcess::kill);
      awaitQuietly(future);
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a program ran.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SandboxException failure) {
        throw failure;
      }
      throw new SandboxException("The box failed.", e.getCause());
    }
  }

  /** A box goes to nobody else before its run has ended. */
  private static void awaitQuietly(Future<?> future) {
    while (!future.isDone()) {
      try {
        future.get();
      } catch (InterruptedException | ExecutionException e) {
        Thread.onSpinWait();
      }
    }
  }

  private Execution runHere(String name, Command command) throws IOException {
    Optional<ControlGroup> group = groups.map(made -> made.create(name, command.limits()));
    try {
      root.ifPresent(made -> made.fill(command));
      return runFilled(command, group);
    } finally {
      root.ifPresent(BoxRoot::empty);
      group.ifPresent(Box::remove);
    }
  }

  private Execution runFilled(Command command, Optional<ControlGroup> group) throws IOException {
    try (BoxProcess process = start(command, group)) {
      running = Optional.of(process);
      identity.asUser(() -> {
        ResourceLimits.set(process.first(), command.limits(), group.isEmpty());
        return 0;
      });
      group.ifPresent(made -> made.begin(process.first()));
      Usage usage =
          group.isPresent()
              ? group.get()
              : new ProcessUsage(process.first(), command.limits().memoryBytes());
      try (Watch watch = watchdog.watch(process, command, usage)) {
        process.release();
        End end = process.await();
        usage.ended(end);
        return execution(command, end, watch, usage);
      }
    } finally {
      running = Optional.empty();
    }
  }

  private BoxProcess start(Command command, Optional<ControlGroup> group) {
    List<String> options = commandLine.write(command);
    List<String> line = BoxProcess.line(bubblewrap, command);
    identity.pin(command.pinned());
    group.ifPresent(ControlGroup::enter);
    try {
      return BoxProcess.start(
          command,
          filter,
          options,
          descriptors -> identity.asUser(() -> Spawner.spawn(line, ENVIRONMENT, descriptors)));
    } catch (SandboxException e) {
      throw new SandboxException(e.getMessage() + ": " + head(command.error()), e);
    } finally {
      group.ifPresent(ControlGroup::leave);
    }
  }

  private static Execution execution(Command command, End end, Watch watch, Usage usage)
      throws IOException {
    Duration wall = watch.wallTime();
    Duration cpu = usage.cpuTime();
    Outcome outcome = outcome(command, end, cpu, watch, usage);
    return new Execution(
        outcome,
        outcome == Outcome.EXITED ? end.exitCode() : 0,
        outcome == Outcome.SIGNALED ? end.signal() : 0,
        cpu,
        wall,
        usage.peakMemory());
  }

  private static Outcome outcome(Command command, End end, Duration cpu, Watch watch, Usage usage)
      throws IOException {
    if (cpu.compareTo(command.limits().cpuTime()) > 0) {
      return Outcome.CPU_LIMIT;
    } else if (watch.stopped().isPresent()) {
      return watch.stopped().get();
    } else if (usage.outOfMemory()) {
      return Outcome.MEMORY_LIMIT;
    } else if (!end.ran()) {
      throw new SandboxException("The box could not be made: " + head(command.error()));
    } else if (command.overflowed()) {
      return Outcome.OUTPUT_LIMIT;
    }
    return end.signal() == 0 ? Outcome.EXITED : Outcome.SIGNALED;
  }

  private static void remove(ControlGroup group) {
    group.kill();
    group.close();
  }

  private static String head(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_REASON), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
