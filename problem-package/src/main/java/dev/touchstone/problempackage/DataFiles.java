package dev.touchstone.problempackage;

/**
 * The files that a program reads and writes in its folder, instead of standard input and output.
 *
 * @param input empty for standard input
 * @param output empty for standard output
 */
public record DataFiles(String input, String output) {
  /** The standard streams. */
  public static final DataFiles NONE = new DataFiles("", "");

  /** Whether a program uses a file. */
  public boolean used() {
    return !input.isEmpty() || !output.isEmpty();
  }
}
