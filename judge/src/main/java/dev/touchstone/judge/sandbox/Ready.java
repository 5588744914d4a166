package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Launcher.Launched;

/**
 * A box whose program waits to be released: it has its namespaces, mounts and limits. Used by the
 * thread of its box.
 *
 * @param command what it is made for
 */
record Ready(Command command, Launched launched, BoxProcess process) implements AutoCloseable {
  /** Ends a box that is not needed. */
  void discard() {
    process.kill();
    BoxProcess.End _ = process.await();
    close();
  }

  @Override
  public void close() {
    process.close();
    launched.close();
  }
}
