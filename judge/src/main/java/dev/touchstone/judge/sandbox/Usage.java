package dev.touchstone.judge.sandbox;

import java.time.Duration;

/** What all processes of one run use in total. */
interface Usage {
  /** Updates the accounts, where the kernel does not keep them. */
  void look();

  /** Completes the accounts with what the kernel reports after all processes have ended. */
  void ended(BoxProcess.End end);

  /** CPU time used so far. */
  Duration cpuTime();

  /** The most memory used at once, in bytes. */
  long peakMemory();

  /** Whether one of its threads computes or waits for a processor. */
  boolean ready();

  /** Whether the run ran out of memory. */
  boolean outOfMemory();
}
