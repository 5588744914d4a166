package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Launcher.Launched;
import java.util.Optional;

/** Lets a started bubblewrap make the box of a command. Used by the thread of the box. */
final class BoxMaker {
  private final BoxCommandLine commandLine;
  private final Optional<BoxRoot> root;
  private final Identity identity;

  BoxMaker(BoxCommandLine commandLine, Optional<BoxRoot> root, Identity identity) {
    this.commandLine = commandLine;
    this.root = root;
    this.identity = identity;
  }

  /**
   * Makes a box, in which the program waits until it is released.
   *
   * @param launched is closed if there is no box
   */
  Ready make(Command command, Launched launched, Optional<ControlGroup> group) {
    try {
      group.ifPresent(made -> made.limit(command.limits()));
      root.ifPresent(made -> made.fill(command));
      BoxProcess process = process(command, launched);
      try {
        identity.asUser(() -> {
          ResourceLimits.set(process.first(), command.limits(), group.isEmpty());
          return 0;
        });
        identity.pin(process.first(), command.pinned());
        group.ifPresent(made -> made.add(process.first()));
        return new Ready(command, launched, process);
      } catch (RuntimeException e) {
        process.kill();
        process.close();
        throw e;
      }
    } catch (RuntimeException e) {
      launched.close();
      throw e;
    }
  }

  private BoxProcess process(Command command, Launched launched) {
    try {
      return launched.bubblewrap().make(commandLine.write(command));
    } catch (SandboxException e) {
      Command given = command.withStreams(launched.streams());
      throw new SandboxException(e.getMessage() + ": " + given.complaint(), e);
    }
  }
}
