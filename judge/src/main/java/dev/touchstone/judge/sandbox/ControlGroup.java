package dev.touchstone.judge.sandbox;

import java.time.Duration;

/** The kernel's account of all processes of one run; made for it and removed after it. */
interface ControlGroup extends AutoCloseable {
  /** Puts a process in, which stays in with all children that it will have. */
  void add(int process);

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
