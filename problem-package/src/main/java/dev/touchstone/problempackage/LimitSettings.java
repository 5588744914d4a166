package dev.touchstone.problempackage;

/**
 * What an operator sets about the limits of packages.
 *
 * @param defaultMemoryMib the memory of programs, in MiB, where a package sets none
 * @param caps the most that a package may ask for
 */
public record LimitSettings(int defaultMemoryMib, LimitCaps caps) {
  /** The settings where nobody sets any; the memory is that of the format's reference tools. */
  public static final LimitSettings STANDARD = new LimitSettings(2048, LimitCaps.STANDARD);

  /** The bounds of the setting. */
  public static final int LEAST_MEMORY_MIB = 16;

  /** The most memory that may be the default. */
  public static final int MOST_MEMORY_MIB = 1 << 20;

  /** The name of the setting with the default memory. */
  public static final String DEFAULT_MEMORY = "TOUCHSTONE_DEFAULT_MEMORY_MIB";

  /** Where settings are read. */
  public interface Source {
    /** A whole number by its name, within bounds. */
    int integer(String name, int usual, int least, int most);
  }

  /** Reads the settings. */
  public static LimitSettings from(Source settings) {
    return new LimitSettings(
        settings.integer(
            DEFAULT_MEMORY, STANDARD.defaultMemoryMib(), LEAST_MEMORY_MIB, MOST_MEMORY_MIB),
        LimitCaps.from(settings));
  }
}
