package dev.touchstone.judge.sandbox;

import java.time.Duration;

/**
 * What one run may use, with all of its processes together.
 *
 * @param cpuTime user and system time
 * @param wallTime time on the clock, without the time for which it waited for a processor
 * @param memoryBytes memory including files in {@code /tmp}, {@code /dev/shm} and the work folder
 * @param processes processes and threads at once
 * @param outputBytes the largest file it may write, standard output among them
 * @param diskBytes all files in its work folder, and again in {@code /tmp}
 */
public record RunLimits(
    Duration cpuTime,
    Duration wallTime,
    long memoryBytes,
    int processes,
    long outputBytes,
    long diskBytes) {
  /** The same with another size of each folder that may be written. */
  public RunLimits withDisk(long bytes) {
    return new RunLimits(cpuTime, wallTime, memoryBytes, processes, outputBytes, bytes);
  }
}
