package dev.touchstone.problempackage;

import java.util.concurrent.CancellationException;

/**
 * Ends the reading of a package whose thread was interrupted, since whoever wanted it has gone. The
 * methods of {@link java.nio.file.Files} read on in spite of an interrupt.
 */
public final class Interruption {
  private Interruption() {}

  /** To be called before each file, and between the pieces of a large one. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Reading the package was interrupted.");
    }
  }
}
