package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.BoxProcess.End;
import dev.touchstone.judge.sandbox.Launcher.Launched;
import dev.touchstone.judge.sandbox.Watchdog.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs one command at a time. A box has its own thread, because the kernel keeps user, namespaces
 * and processor per thread. Each run starts with fresh folders, processes and control groups; only
 * what no program can change stays. The box is cleaned up, and prepared for the next run, after the
 * caller has got the result.
 */
final class Box implements AutoCloseable {
  private final Optional<ControlGroups> groups;
  private final Watchdog watchdog;
  private final ExecutorService thread;
  private final Identity identity;
  private final Optional<BoxRoot> root;
  private final BoxCommandLine commandLine;
  private final Launcher launcher;
  private final String name;
  private volatile Optional<BoxProcess> running = Optional.empty();

  // Used by the box's thread alone.
  private Optional<ControlGroup> group = Optional.empty();
  private Optional<SandboxException> fault = Optional.empty();

  /**
   * Prepares a box.
   *
   * @param folder the box's own, which it makes
   * @param privateFolder hidden from all boxes
   * @throws SandboxException if the judge is root and can't switch to another user
   */
  Box(
      int number,
      boolean asRoot,
      Path folder,
      Path privateFolder,
      Path bubblewrap,
      Path filter,
      Optional<ControlGroups> groups,
      Watchdog watchdog) {
    // Always the same, because a program can see it: it does not show how many runs there were.
    this.name = "run-" + number;
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
    this.launcher = new Launcher(bubblewrap, filter, privateFolder, name, identity);
    result(thread.submit(this::prepare));
  }

  /** Whether the root folder is prepared, so that a run only enters it. */
  boolean prepared() {
    return root.isPresent();
  }

  /**
   * Runs a command. If the caller is interrupted, the run is stopped.
   *
   * @param free runs when the box can take the next command
   */
  Execution run(Command command, Runnable free) {
    CompletableFuture<Execution> result = new CompletableFuture<>();
    thread.execute(() -> {
      try {
        runHere(command, result);
      } catch (IOException | RuntimeException | Error e) {
        result.completeExceptionally(e);
      } finally {
        takeAway();
        prepare();
        free.run();
      }
    });
    return result(result);
  }

  @Override
  public void close() {
    running.ifPresent(BoxProcess::kill);
    thread.execute(this::takeAway);
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

  /** A box is not used again before its run has ended. */
  private static void awaitQuietly(Future<?> future) {
    while (!future.isDone()) {
      try {
        future.get();
      } catch (InterruptedException | ExecutionException e) {
        Thread.onSpinWait();
      }
    }
  }

  /** Creates what every run needs. After a failure the next run tries it again. */
  private void prepare() {
    if (fault.isPresent()) {
      return;
    }
    try {
      group = groups.map(made -> made.create(name));
      root.ifPresent(BoxRoot::prepare);
      if (root.isPresent() && group.isPresent()) {
        launcher.startAhead(group.get());
      }
    } catch (IOException e) {
      fault = Optional.of(new SandboxException("The files of a box can't be created.", e));
    } catch (SandboxException e) {
      fault = Optional.of(e);
    }
  }

  private void takeAway() {
    try {
      launcher.discard();
      root.ifPresent(BoxRoot::empty);
      group.ifPresent(Box::remove);
      group = Optional.empty();
    } catch (SandboxException e) {
      fault = Optional.of(e);
    }
  }

  private void runHere(Command command, CompletableFuture<Execution> result) throws IOException {
    if (fault.isPresent()) {
      // The machine may only have been short of something for a moment.
      fault = Optional.empty();
      takeAway();
      prepare();
    }
    if (fault.isPresent()) {
      SandboxException last = fault.get();
      fault = Optional.empty();
      throw new SandboxException("The box could not be prepared: " + last.getMessage(), last);
    }
    try (Launched launched = launcher.launch(command, group)) {
      group.ifPresent(made -> made.limit(command.limits()));
      root.ifPresent(made -> made.fill(command));
      try (BoxProcess process = box(launched)) {
        running = Optional.of(process);
        identity.asUser(() -> {
          ResourceLimits.set(process.first(), command.limits(), group.isEmpty());
          return 0;
        });
        group.ifPresent(made -> made.begin(process.first()));
        run(launched, process, result);
      }
    } finally {
      running = Optional.empty();
    }
  }

  private void run(Launched launched, BoxProcess process, CompletableFuture<Execution> result)
      throws IOException {
    Command command = launched.given();
    Usage usage =
        group.isPresent()
            ? group.get()
            : new ProcessUsage(process.first(), command.limits().memoryBytes());
    try (Watch watch = watchdog.watch(process, command, usage)) {
      process.release();
      Optional<End> early = process.awaitProgram();
      // No process of the program may be left that could change a file or an account.
      boolean alone =
          early.isPresent() && group.isPresent() && group.get().holdsOnly(process.own());
      if (alone) {
        Execution execution = Executions.of(command, early.get(), watch, usage);
        launched.deliver();
        result.complete(execution);
      }
      End end = process.await();
      if (!alone) {
        usage.ended(end);
        Execution execution = Executions.of(command, end, watch, usage);
        launched.deliver();
        result.complete(execution);
      }
    }
  }

  private BoxProcess box(Launched launched) {
    try {
      return launched.bubblewrap().make(commandLine.write(launched.given()));
    } catch (SandboxException e) {
      throw new SandboxException(e.getMessage() + ": " + launched.given().complaint(), e);
    }
  }

  private static void remove(ControlGroup group) {
    group.kill();
    group.close();
  }
}
