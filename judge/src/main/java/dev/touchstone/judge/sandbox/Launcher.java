package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts bubblewrap for the programs of a box. Bubblewrap then waits for its options, and has made
 * no box yet. Used by the thread of its box.
 */
final class Launcher {
  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin");

  private final Path bubblewrap;
  private final Path filter;
  private final Path privateFolder;
  private final Path folder;
  private final Identity identity;

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
    try {
      Streams.makeFolder(folder);
    } catch (IOException e) {
      throw new SandboxException("The folder " + folder + " can't be created.", e);
    }
  }

  /**
   * A bubblewrap that was started for a command.
   *
   * @param streams the files that its program really has
   * @param lent whether these are the judge's, whose content goes to the caller
   * @param shared whether the program has the judge's user, which owns these files
   * @param end removes what was made for it
   */
  record Launched(
      Bubblewrap bubblewrap, Streams streams, boolean lent, boolean shared, Runnable end)
      implements AutoCloseable {
    /** Gives it the input of a command; returns the command with the files of the program. */
    Command give(Command command) throws IOException {
      return lent ? streams.take(command) : command.withStreams(streams);
    }

    /** Moves the program's output to the place that the caller chose. */
    void deliver(Command command) throws IOException {
      if (shared) {
        Streams.takeBack(streams.output());
        Streams.takeBack(streams.error());
      }
      if (lent) {
        streams.giveTo(command);
      }
    }

    /** Ends bubblewrap, if it has made no box. */
    @Override
    public void close() {
      try {
        bubblewrap.close();
      } finally {
        end.run();
      }
    }
  }

  /**
   * Starts bubblewrap for a program.
   *
   * @param arguments the program and its arguments
   */
  Launched launch(List<String> arguments, Optional<ControlGroup> group) throws IOException {
    try {
      Streams streams = Streams.make(folder);
      Bubblewrap started = start(arguments, streams, group);
      return new Launched(
          started, streams, true, !identity.isSeparate(), () -> Streams.remove(folder));
    } catch (IOException | RuntimeException e) {
      Streams.remove(folder);
      throw e;
    }
  }

  /** The same for a command that has a pipe among its streams, which it then uses directly. */
  Launched launchWithPipes(Command command, Optional<ControlGroup> group) {
    GivenInput input = GivenInput.of(command.input(), privateFolder);
    try {
      Streams streams = new Streams(input.file(), command.output(), command.error());
      Bubblewrap started = start(command.arguments(), streams, group);
      return new Launched(started, streams, false, !identity.isSeparate(), input::close);
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
