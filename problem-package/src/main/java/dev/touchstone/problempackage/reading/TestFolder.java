package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Grading;
import dev.touchstone.problempackage.TestCase;
import java.util.List;
import java.util.Optional;

/**
 * A folder of tests as it was read, before its points are set.
 *
 * @param maxScore the maximum score that its settings give
 * @param entries tests and folders in the order in which they are judged
 */
record TestFolder(
    String name,
    String settingsFile,
    Grading grading,
    Optional<Double> maxScore,
    List<Entry> entries) {
  /** A test or a folder. */
  sealed interface Entry {}

  record Test(TestCase test) implements Entry {}

  record Folder(TestFolder folder) implements Entry {}

  boolean holdsTests() {
    return entries.stream()
        .anyMatch(entry ->
            switch (entry) {
              case Test test -> true;
              case Folder(TestFolder folder) -> folder.holdsTests();
            });
  }
}
