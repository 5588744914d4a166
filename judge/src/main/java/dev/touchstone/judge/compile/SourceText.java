package dev.touchstone.judge.compile;

import dev.touchstone.problempackage.Constants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads sources of a package and replaces its constants in them. */
public final class SourceText {
  private SourceText() {}

  /**
   * The content of a file in any encoding that contains ASCII.
   *
   * @throws IOException also if the values of the constants make it too large, which is a fault of
   *     the package when it is read
   */
  public static byte[] of(Path file, Constants constants) throws IOException {
    byte[] source = constants.replaceInSource(Files.readAllBytes(file), Constants.LARGEST_SOURCE);
    if (!constants.values().isEmpty() && source.length > Constants.LARGEST_SOURCE) {
      throw new IOException(
          "The source "
              + file.getFileName()
              + " is larger than "
              + (Constants.LARGEST_SOURCE >> 20)
              + " MiB with the values of its constants.");
    }
    return source;
  }
}
