package dev.touchstone.problempackage;

/**
 * One thing that is wrong with a package, or that is in it and not used.
 *
 * @param file the file or folder, relative to the package; empty for the whole
 * @param line where in the file, from 1; 0 if that is unknown or does not matter
 * @param message what is wrong and what is expected
 * @param warning whether the package can be used all the same
 */
public record Fault(String file, int line, String message, boolean warning) {
  /** A fault of a whole file. */
  public Fault(String file, String message) {
    this(file, 0, message, false);
  }

  /** A fault on a line. */
  public Fault(String file, int line, String message) {
    this(file, line, message, false);
  }

  /** Something that its author should know, though the package can be used. */
  public static Fault warning(String file, String message) {
    return new Fault(file, 0, message, true);
  }

  /** A warning about a line. */
  public static Fault warning(String file, int line, String message) {
    return new Fault(file, line, message, true);
  }

  /** The file with the line, such as {@code problem.yaml:3}. */
  public String place() {
    return line > 0 ? file + ":" + line : file;
  }

  @Override
  public String toString() {
    String text = (warning ? "warning: " : "") + message;
    return file.isEmpty() ? text : place() + ": " + text;
  }
}
