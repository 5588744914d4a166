package dev.touchstone.judge.sandbox;

import java.time.Duration;

/** What all processes of one run use together. */
interface Usage {
  /** Reads the accounts anew, where the kernel does not keep them up to date by itself. */
  void look();

  /** All processes have ended, as the kernel tells; completes what was looked at before that. */
  void ended(BoxProcess.End end);

  /** Used since the beginning. */
  Duration cpuTime();

  /** The most memory used at once, in bytes. */
  long peakMemory();

  /** Whether memory was used up. */
  boolean outOfMemory();
}
