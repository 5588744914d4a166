package dev.touchstone.problempackage;

import java.util.Map;

/**
 * The most that a package may ask for, as the operator sets it.
 *
 * @param memoryMib memory of a program, a compiler or a validator, in MiB
 * @param outputMib output of a program or a validator, in MiB
 * @param timeSeconds CPU time of a program or a validator, in seconds
 * @param compilationSeconds CPU time of a compiler, in seconds
 */
public record LimitCaps(int memoryMib, int outputMib, int timeSeconds, int compilationSeconds) {
  /** The caps where nobody sets any. */
  public static final LimitCaps STANDARD = new LimitCaps(4096, 256, 120, 120);

  private static final int MOST_SECONDS = 3_600;

  static LimitCaps from(LimitSettings.Source settings) {
    return new LimitCaps(
        settings.integer(
            "TOUCHSTONE_MOST_MEMORY_MIB",
            STANDARD.memoryMib(),
            LimitSettings.LEAST_MEMORY_MIB,
            LimitSettings.MOST_MEMORY_MIB),
        settings.integer("TOUCHSTONE_MOST_OUTPUT_MIB", STANDARD.outputMib(), 1, 1 << 14),
        settings.integer("TOUCHSTONE_MOST_TIME_SECONDS", STANDARD.timeSeconds(), 1, MOST_SECONDS),
        settings.integer(
            "TOUCHSTONE_MOST_COMPILATION_SECONDS", STANDARD.compilationSeconds(), 1, MOST_SECONDS));
  }

  /** By the key of {@code problem.yaml} that each holds for, in its unit. */
  public Map<String, Integer> byKey() {
    return Map.of(
        "memory", memoryMib,
        "compilation_memory", memoryMib,
        "validation_memory", memoryMib,
        "output", outputMib,
        "validation_output", outputMib,
        "time_limit", timeSeconds,
        "validation_time", timeSeconds,
        "compilation_time", compilationSeconds);
  }
}
