package dev.touchstone.judge.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The kernel's account of all processes of one run; made for it and removed after it. */
interface ControlGroup extends AutoCloseable {
  /** Files that take the id of the process to put in, which stays in with its children. */
  List<Path> entrances();

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
