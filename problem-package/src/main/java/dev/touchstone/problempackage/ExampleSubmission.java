package dev.touchstone.problempackage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A solution that comes with the package, right or wrong on purpose.
 *
 * @param name relative to {@code submissions}, such as {@code accepted/main.py}
 * @param files its source files
 * @param expected the folder's word for the verdicts it may get, such as {@code accepted}
 */
public record ExampleSubmission(String name, List<Path> files, Set<String> expected) {
  /** Keeps its own copies. */
  public ExampleSubmission {
    files = List.copyOf(files);
    expected = Set.copyOf(expected);
  }
}
