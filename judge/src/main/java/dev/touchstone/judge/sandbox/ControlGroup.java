package dev.touchstone.judge.sandbox;

import java.time.Duration;

/** The kernel's account of all processes of one run; made for it and removed after it. */
interface ControlGroup extends AutoCloseable {
  /** What the calling thread starts from now on may already be born in the group. */
  void enter();

  /** The calling thread goes back where it was. */
  void leave();

  /**
   * Puts the first process of a box in, where it is not in yet, with all that it will start. What
   * was used before does not count.
   */
  void begin(int process);

  /** Used since the beginning. */
  Duration cpuTime();

  /** The most memory used at once, in bytes. */
  long peakMemory();

  /** Whether the kernel killed a process of the group because memory was used up. */
  boolean outOfMemory();

  /** Kills every process in the group. */
  void kill();

  /** Removes the group; all its processes must have been killed. */
  @Override
  void close();
}
