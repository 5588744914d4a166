package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts bubblewrap for the programs of a box. For the program that ran last it does so before the
 * next run is requested, because the next test of a submission runs the same program. Bubblewrap
 * then waits for its options, and has made no box yet. Used by the thread of its box.
 */
final class Launcher {
  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin");

  private final Path bubblewrap;
  private final Path filter;
  private final Path privateFolder;
  private final Path folder;
  private final Identity identity;
  private Optional<List<String>> last = Optional.empty();
  private Optional<Ahead> ahead = Optional.empty();

  private record Ahead(List<String> arguments, Streams streams, Bubblewrap bubblewrap) {}

  /**
   * Prepares to start programs.
   *
   * @param privateFolder hidden from all boxes
   * @param name for the folder of the streams. It is the same for each run: a program can read the
   *     names of its streams, which do not show what it runs for
   */
  Launcher(Path bubblewrap, Path filter, Path privateFolder, String name, Identity identity) {
    this.bubblewrap = bubblewrap;
    this.filter = filter;
    this.privateFolder = privateFolder;
    this.folder = privateFolder.resolve(name);
    this.identity = identity;
  }

  /**
   * A bubblewrap that was started for a command.
   *
   * @param given the command with the files that its program really has
   * @param asked the command as requested by the caller
   * @param lent files of the judge whose content goes to the caller
   * @param shared whether the program has the judge's user, which owns these files
   * @param end removes what was made for it
   */
  record Launched(
      Command given,
      Command asked,
      Bubblewrap bubblewrap,
      Optional<Streams> lent,
      boolean shared,
      Runnable end)
      implements AutoCloseable {
    /** Moves the program's output to the place that the caller chose. */
    void deliver() throws IOException {
      if (shared) {
        Streams.takeBack(given.output());
        Streams.takeBack(given.error());
      }
      if (lent.isPresent()) {
        lent.get().giveTo(asked);
      }
    }

    /** Ends bubblewrap, if it has made no box. */
    @Override
    public void close() {
      bubblewrap.close();
      end.run();
    }
  }

  /** Starts the program that ran last in the group, if there is one. */
  void startAhead(ControlGroup group) throws IOException {
    if (last.isEmpty()) {
      return;
    }
    try {
      Streams streams = Streams.make(folder);
      Bubblewrap started = start(last.get(), streams, Optional.of(group));
      ahead = Optional.of(new Ahead(last.get(), streams, started));
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /**
   * Ends a bubblewrap that was started ahead but not needed. No folder stays, whatever happened:
   * the next run makes one of the same name.
   */
  void discard() {
    Optional<Ahead> unused = ahead;
    ahead = Optional.empty();
    unused.ifPresent(made -> made.bubblewrap().close());
    Folders.delete(folder);
  }

  /** Starts a command, or uses the bubblewrap that was started ahead. */
  Launched launch(Command command, Optional<ControlGroup> group) throws IOException {
    boolean suits = Streams.suit(command);
    boolean expected =
        suits && ahead.isPresent() && ahead.get().arguments().equals(command.arguments());
    last = suits ? Optional.of(command.arguments()) : Optional.empty();
    identity.pin(0, command.pinned());
    if (expected) {
      return taken(command);
    }
    discard();
    return suits ? startedWithFiles(command, group) : startedWithPipes(command, group);
  }

  private Launched taken(Command command) throws IOException {
    Ahead taken = ahead.orElseThrow();
    identity.pin(taken.bubblewrap().process(), command.pinned());
    Command given = taken.streams().take(command);
    ahead = Optional.empty();
    return new Launched(
        given,
        command,
        taken.bubblewrap(),
        Optional.of(taken.streams()),
        !identity.isSeparate(),
        () -> Folders.delete(folder));
  }

  private Launched startedWithFiles(Command command, Optional<ControlGroup> group)
      throws IOException {
    try {
      Streams streams = Streams.make(folder);
      Command given = streams.take(command);
      Bubblewrap started = start(command.arguments(), streams, group);
      return new Launched(
          given,
          command,
          started,
          Optional.of(streams),
          !identity.isSeparate(),
          () -> Folders.delete(folder));
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private Launched startedWithPipes(Command command, Optional<ControlGroup> group) {
    GivenInput input = GivenInput.of(command.input(), privateFolder);
    try {
      Command given = command.withInput(input.file());
      Streams streams = new Streams(given.input(), given.output(), given.error());
      Bubblewrap started = start(command.arguments(), streams, group);
      return new Launched(
          given, command, started, Optional.empty(), !identity.isSeparate(), input::close);
    } catch (RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private Bubblewrap start(List<String> arguments, Streams streams, Optional<ControlGroup> group) {
    List<String> line = Bubblewrap.line(bubblewrap, arguments);
    group.ifPresent(ControlGroup::enter);
    try {
      return Bubblewrap.start(
          streams,
          filter,
          descriptors -> identity.asUser(() -> Spawner.spawn(line, ENVIRONMENT, descriptors)));
    } finally {
      group.ifPresent(ControlGroup::leave);
    }
  }
}
