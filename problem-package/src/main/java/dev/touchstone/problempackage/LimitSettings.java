package dev.touchstone.problempackage;

/**
 * What an operator sets about the limits of packages.
 *
 * @param defaultMemoryMib the memory of programs, in MiB, where a package sets none
 */
public record LimitSettings(int defaultMemoryMib) {
  /** The settings where nobody sets any; the memory is that of the format's reference tools. */
  public static final LimitSettings STANDARD = new LimitSettings(2048);

  /** The bounds of the setting. */
  public static final int LEAST_MEMORY_MIB = 16;

  /** The most memory that may be the default. */
  public static final int MOST_MEMORY_MIB = 1 << 20;

  /** The name of the setting with the default memory. */
  public static final String DEFAULT_MEMORY = "TOUCHSTONE_DEFAULT_MEMORY_MIB";
}
