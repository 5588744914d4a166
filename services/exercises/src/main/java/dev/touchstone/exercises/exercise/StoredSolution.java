package dev.touchstone.exercises.exercise;

import java.util.List;

/**
 * A solution by the author, correct or deliberately wrong.
 *
 * @param name such as {@code accepted/main.py}
 * @param expected the verdicts it may get, in the words of the package format
 * @param files its source files
 */
public record StoredSolution(String name, List<String> expected, List<SourceFile> files) {
  public StoredSolution {
    expected = List.copyOf(expected);
    files = List.copyOf(files);
  }

  /** One source file; the path is relative to {@code submissions}. */
  public record SourceFile(String path, StoredText content) {}
}
