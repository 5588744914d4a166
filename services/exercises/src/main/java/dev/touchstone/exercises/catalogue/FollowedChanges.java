package dev.touchstone.exercises.catalogue;

import java.util.function.LongSupplier;

/**
 * Notices changes that other processes make, so that this one forgets what it keeps. Used by one
 * thread.
 */
public final class FollowedChanges {
  private final LongSupplier version;
  private final Runnable changed;
  private long seen;

  /**
   * Begins with the version that there is now.
   *
   * @param version differs after every change
   * @param changed called when it does
   */
  public FollowedChanges(LongSupplier version, Runnable changed) {
    this.version = version;
    this.changed = changed;
    this.seen = version.getAsLong();
  }

  /** Looks whether something has changed since the last look. */
  public void look() {
    long current = version.getAsLong();
    if (current != seen) {
      changed.run();
      seen = current;
    }
  }
}
