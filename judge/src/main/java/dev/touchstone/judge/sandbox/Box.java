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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one command at a time. A box has its own thread, because the kernel keeps user, namespaces
 * and processor per thread. Each run starts with fresh folders, processes and control groups; only
 * what no program can change stays. The box is cleaned up, and prepared for the next run, after the
 * caller has got the result.
 */
final class Box implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Box.class);

  private final Optional<ControlGroups> groups;
  private final Watchdog watchdog;
  private final Messenger messenger;
  private final ExecutorService thread;
  private final Identity identity;
  private final Optional<BoxRoot> root;
  private final Launcher launcher;
  private final BoxMaker maker;
  private final Ahead ahead;
  private final String name;
  private final boolean hidden;
  private volatile Optional<BoxProcess> running = Optional.empty();
  private volatile boolean stopped;

  // Used by the box's thread alone.
  private Optional<ControlGroup> group = Optional.empty();
  private Optional<SandboxException> fault = Optional.empty();
  private Optional<Command> last = Optional.empty();

  /**
   * Prepares a box.
   *
   * @param hidden whether it is for commands that read something hidden, or for all others
   * @param folder the box's own, which it makes
   * @param privateFolder hidden from all boxes
   * @throws SandboxException if the judge is root and can't switch to another user
   */
  Box(
      int number,
      boolean hidden,
      boolean asRoot,
      Path folder,
      Path privateFolder,
      Path bubblewrap,
      Path filter,
      Optional<ControlGroups> groups,
      Watchdog watchdog,
      Messenger messenger) {
    // Always the same, because a program can see it: it does not show how many runs there were.
    this.name = "run-" + number;
    this.hidden = hidden;
    this.groups = groups;
    this.watchdog = watchdog;
    this.messenger = messenger;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("box-" + number).factory());
    SystemFiles files = SystemFiles.find();
    this.identity = result(thread.submit(() -> Identity.take(asRoot, number)));
    this.root =
        asRoot
            ? result(thread.submit(() -> BoxRoot.create(folder, identity.user(), files)))
            : Optional.empty();
    BoxCommandLine commandLine = new BoxCommandLine(files, root.map(BoxRoot::path));
    this.launcher = new Launcher(bubblewrap, filter, privateFolder, name, identity);
    this.maker = new BoxMaker(commandLine, root, identity);
    this.ahead = new Ahead(launcher, maker);
    result(thread.submit(this::prepare));
  }

  /** Whether the root folder is prepared, so that a run only enters it. */
  boolean prepared() {
    return root.isPresent();
  }

  /** Whether it is for commands that read something hidden. */
  boolean hidden() {
    return hidden;
  }

  /** The processor on which commands run that are pinned to one. */
  int processor() {
    return identity.processor();
  }

  /** How well a free box is prepared for a command; 0 is best. */
  int readiness(Command command) {
    return ahead.readiness(command);
  }

  /**
   * Runs a command. If the caller is interrupted, the run is stopped.
   *
   * @param free runs when the box can take the next command
   */
  Execution run(Command command, Runnable free) {
    CompletableFuture<Execution> result = new CompletableFuture<>();
    stopped = false;
    thread.execute(() -> {
      try {
        runHere(command, result);
      } catch (IOException | RuntimeException | Error e) {
        messenger.send(() -> result.completeExceptionally(e));
      } finally {
        takeAway();
        prepare();
        messenger.send(free);
      }
    });
    return result(result);
  }

  @Override
  public void close() {
    stop();
    thread.execute(this::takeAway);
    thread.close();
  }

  private <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      stop();
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

  /** Ends the run, even if its box is still being made. */
  private void stop() {
    stopped = true;
    running.ifPresent(BoxProcess::kill);
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
      if (root.isPresent() && group.isPresent() && last.isPresent()) {
        identity.pin(0, false);
        ahead.prepare(last.get(), group.get());
      }
    } catch (IOException e) {
      fault = Optional.of(new SandboxException("The files of a box can't be created.", e));
    } catch (RuntimeException | Error e) {
      fault = Optional.of(failure("A box can't be prepared.", e));
    }
  }

  private static SandboxException failure(String message, Throwable cause) {
    return cause instanceof SandboxException known ? known : new SandboxException(message, cause);
  }

  private void takeAway() {
    attempt(ahead::discard);
    attempt(() -> root.ifPresent(BoxRoot::empty));
    attempt(() -> {
      group.ifPresent(Box::remove);
      group = Optional.empty(); // one that can't be removed is no other run's
    });
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) { // the thread must go on: it has the box's identity
      log.warn("A box could not be cleaned up", e);
      fault = Optional.of(failure("A box can't be cleaned up.", e));
    }
  }

  private void runHere(Command command, CompletableFuture<Execution> result) throws IOException {
    if (fault.isPresent()) {
      // The machine may only have been short of something for a moment.
      startAgain();
    }
    identity.pin(0, command.pinned());
    try (Ready ready = ready(command)) {
      Command given = ready.launched().give(command);
      running = Optional.of(ready.process());
      if (stopped) {
        ready.process().kill();
      }
      group.ifPresent(ControlGroup::begin);
      run(ready, command, given, result);
    } finally {
      running = Optional.empty();
    }
  }

  private Ready ready(Command command) throws IOException {
    boolean files = Streams.suit(command);
    last = files ? Optional.of(command) : Optional.empty();
    if (files && ahead.isFor(command)) {
      return ahead.take();
    }
    if (ahead.isMade()) {
      startAgain();
    }
    Optional<Launched> started = files ? ahead.take(command.arguments()) : Optional.empty();
    if (started.isEmpty()) {
      ahead.discard();
      started =
          Optional.of(
              files
                  ? launcher.launch(command.arguments(), group)
                  : launcher.launchWithPipes(command, group));
    }
    return maker.make(command, started.get(), group);
  }

  /** Removes what is prepared and prepares the box once more, for any command. */
  private void startAgain() {
    Optional<Command> expected = last;
    last = Optional.empty();
    fault = Optional.empty();
    takeAway();
    prepare();
    last = expected;
    if (fault.isPresent()) {
      SandboxException failure = fault.get();
      fault = Optional.empty();
      throw new SandboxException("The box could not be prepared: " + failure.getMessage(), failure);
    }
  }

  private void run(Ready ready, Command command, Command given, CompletableFuture<Execution> result)
      throws IOException {
    BoxProcess process = ready.process();
    Usage usage =
        group.isPresent()
            ? group.get()
            : new ProcessUsage(process.first(), given.limits().memoryBytes());
    try (Watch watch = watchdog.watch(process, given, usage)) {
      process.release();
      Optional<End> early = process.awaitProgram();
      // No process of the program may be left that could change a file or an account.
      boolean alone =
          early.isPresent() && group.isPresent() && group.get().holdsOnly(process.own());
      if (alone) {
        Execution execution = Executions.of(given, early.get(), watch, usage);
        ready.launched().deliver(command);
        messenger.send(() -> result.complete(execution));
      }
      End end = process.await();
      if (!alone) {
        usage.ended(end);
        Execution execution = Executions.of(given, end, watch, usage);
        ready.launched().deliver(command);
        messenger.send(() -> result.complete(execution));
      }
    }
  }

  private static void remove(ControlGroup group) {
    group.kill();
    group.close();
  }
}
