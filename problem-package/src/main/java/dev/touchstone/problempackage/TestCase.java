package dev.touchstone.problempackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One test: an input and the answer to it.
 *
 * @param name unique within the package, such as {@code sample/1} or {@code secret/group1/03}
 * @param group the folder that contains it, such as {@code secret/group1}
 * @param sample whether learners may see it
 * @param input what the program reads
 * @param answer what the validator compares with
 * @param files a folder whose files are placed beside the program; empty for none
 * @param arguments the program's command line
 * @param validatorArguments the output validator's flags for this test
 * @param fullFeedback whether the package asks for full feedback; empty if it does not say
 * @param hint shown to a learner who fails the test, if its feedback is full; empty for none
 * @param points the most that this test is worth on its own; 0 if only its group is worth points,
 *     infinite if the validator decides
 */
public record TestCase(
    String name,
    String group,
    boolean sample,
    Path input,
    Path answer,
    Optional<Path> files,
    List<String> arguments,
    List<String> validatorArguments,
    Optional<Boolean> fullFeedback,
    String hint,
    double points)
    implements TestNode {
  public TestCase {
    arguments = List.copyOf(arguments);
    validatorArguments = List.copyOf(validatorArguments);
  }

  /** The input to show in a statement, which may differ from the one that is judged with. */
  public Path shownInput() {
    return firstThere(sibling(".in.statement"), input);
  }

  /** The output to show in a statement. */
  public Path shownAnswer() {
    return firstThere(sibling(".ans.statement"), firstThere(sibling(".out"), answer));
  }

  /** What to show instead of both, line by line: {@code >} the program, {@code <} the judge. */
  public Optional<Path> interaction() {
    return Optional.of(sibling(".interaction")).filter(Files::isRegularFile);
  }

  /** The same test with other points. */
  public TestCase worth(double most) {
    return new TestCase(
        name,
        group,
        sample,
        input,
        answer,
        files,
        arguments,
        validatorArguments,
        fullFeedback,
        hint,
        most);
  }

  private Path sibling(String extension) {
    String file = String.valueOf(input.getFileName());
    return input.resolveSibling(file.substring(0, file.length() - ".in".length()) + extension);
  }

  private static Path firstThere(Path preferred, Path otherwise) {
    return Files.isRegularFile(preferred) ? preferred : otherwise;
  }
}
