package dev.touchstone.problempackage;

import java.time.Duration;

/**
 * What one test run may use.
 *
 * @param time CPU time, before the factor of the language
 * @param memoryMib memory in MiB
 * @param outputMib standard output in MiB
 * @param sourceKib all submitted files together in KiB
 * @param compilation CPU time of the compiler
 * @param compilationMemoryMib memory of the compiler in MiB
 * @param validation CPU time of a custom validator
 * @param validationMemoryMib memory of a custom validator in MiB
 * @param validationOutputMib what a custom validator may write in MiB
 * @param passes how many runs a multi-pass problem may take
 */
public record Limits(
    Duration time,
    int memoryMib,
    int outputMib,
    int sourceKib,
    Duration compilation,
    int compilationMemoryMib,
    Duration validation,
    int validationMemoryMib,
    int validationOutputMib,
    int passes) {
  /** The same limits with another time. */
  public Limits withTime(Duration other) {
    return new Limits(
        other,
        memoryMib,
        outputMib,
        sourceKib,
        compilation,
        compilationMemoryMib,
        validation,
        validationMemoryMib,
        validationOutputMib,
        passes);
  }
}
