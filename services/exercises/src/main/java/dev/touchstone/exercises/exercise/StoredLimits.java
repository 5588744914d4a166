package dev.touchstone.exercises.exercise;

/**
 * The limits that learners need to know.
 *
 * @param timeMs CPU time of one test in milliseconds, before the factor of the language
 * @param memoryMib memory in MiB
 * @param outputKib standard output in KiB
 * @param sourceKib all submitted files together in KiB
 */
public record StoredLimits(long timeMs, int memoryMib, int outputKib, int sourceKib) {}
