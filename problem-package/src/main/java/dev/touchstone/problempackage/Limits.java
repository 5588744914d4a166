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
 * @param validation CPU time of a custom validator
 */
public record Limits(
    Duration time,
    int memoryMib,
    int outputMib,
    int sourceKib,
    Duration compilation,
    Duration validation) {}
