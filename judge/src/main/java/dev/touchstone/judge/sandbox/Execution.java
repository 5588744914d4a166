package dev.touchstone.judge.sandbox;

import java.time.Duration;

/**
 * How a run ended.
 *
 * @param outcome the first limit that was hit, or how the program itself ended
 * @param exitCode the program's exit code, 0 where a signal ended it
 * @param signal the signal that ended it, 0 for none
 * @param cpuTime user and system time of all its processes
 * @param wallTime time on the clock, with the time for which it waited for a processor
 * @param memoryBytes the most memory it used at once
 */
public record Execution(
    Outcome outcome,
    int exitCode,
    int signal,
    Duration cpuTime,
    Duration wallTime,
    long memoryBytes) {
  /** The same run as one that ran out of memory. */
  public Execution outOfMemory() {
    return new Execution(Outcome.MEMORY_LIMIT, 0, 0, cpuTime, wallTime, memoryBytes);
  }

  /** How a run can end. */
  public enum Outcome {
    /** The program ended on its own; see the exit code. */
    EXITED,
    /** A signal ended the program; see which. */
    SIGNALED,
    /** It exceeded its CPU time limit. */
    CPU_LIMIT,
    /** It exceeded its wall time limit, usually asleep. */
    WALL_LIMIT,
    /** It exceeded its memory limit. */
    MEMORY_LIMIT,
    /** It exceeded its output limit. */
    OUTPUT_LIMIT
  }
}
