package dev.touchstone.problempackage;

/**
 * One thing that is wrong with a package.
 *
 * @param file the file or folder, relative to the package; empty for the whole
 * @param message what is wrong and what is expected
 */
public record Fault(String file, String message) {
  @Override
  public String toString() {
    return file.isEmpty() ? message : file + ": " + message;
  }
}
