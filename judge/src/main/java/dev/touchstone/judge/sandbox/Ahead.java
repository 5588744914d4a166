package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Command.Next;
import dev.touchstone.judge.sandbox.Launcher.Launched;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is made for the next run before that is requested: the whole box if the same command is
 * expected, or a bubblewrap that has made none if only the same program is. Used by the thread of
 * the box, except for {@link #readiness}.
 */
final class Ahead {
  private final Launcher launcher;
  private final BoxMaker maker;
  private volatile Optional<Ready> ready = Optional.empty();
  private volatile Optional<Started> started = Optional.empty();

  private record Started(List<String> arguments, Launched launched) {}

  Ahead(Launcher launcher, BoxMaker maker) {
    this.launcher = launcher;
    this.maker = maker;
  }

  /** Prepares what is expected after a command. */
  void prepare(Command last, ControlGroup group) throws IOException {
    if (last.next() == Next.UNKNOWN) {
      return;
    }
    Launched launched = launcher.launch(last.arguments(), Optional.of(group));
    if (last.next() == Next.SAME) {
      ready = Optional.of(maker.make(last, launched, Optional.of(group)));
    } else {
      started = Optional.of(new Started(last.arguments(), launched));
    }
  }

  /** How little is left to do for a command; 0 is best. Called by any thread. */
  int readiness(Command command) {
    Optional<Ready> made = ready;
    Optional<Started> loaded = started;
    if (made.isPresent()) {
      return made.get().command().isSameAs(command) ? 0 : 4;
    } else if (loaded.isPresent()) {
      return loaded.get().arguments().equals(command.arguments()) ? 1 : 3;
    }
    return 2;
  }

  /** Whether the box is made for a command. */
  boolean isFor(Command command) {
    return readiness(command) == 0;
  }

  /** Whether a box is made, with the mounts and limits of its command. */
  boolean isMade() {
    return ready.isPresent();
  }

  /** Hands out the box that is made. */
  Ready take() {
    Ready taken = ready.orElseThrow();
    ready = Optional.empty();
    return taken;
  }

  /** Hands out a bubblewrap that was started for a program, if there is one; ends any other. */
  Optional<Launched> take(List<String> arguments) {
    Optional<Started> taken = started;
    if (taken.isPresent() && taken.get().arguments().equals(arguments)) {
      started = Optional.empty();
      return Optional.of(taken.get().launched());
    }
    discard();
    return Optional.empty();
  }

  /** Ends what was not needed. */
  void discard() {
    Optional<Ready> unused = ready;
    Optional<Started> unusedStart = started;
    ready = Optional.empty();
    started = Optional.empty();
    unused.ifPresent(Ready::discard);
    unusedStart.ifPresent(start -> start.launched().close());
  }
}
