package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem package in a folder. Immutable; the files it names are read when they are needed and
 * must not change meanwhile.
 *
 * @param root the folder
 * @param version the version of the format
 * @param names the title by locale
 * @param statements the statement's file by locale; Markdown, or LaTeX in older packages
 * @param limits what a test run may use
 * @param groups the tests, samples first
 * @param validator the folder or file of the custom validator, empty for the default one
 * @param interactive whether the validator talks to the program while it runs
 * @param multiPass whether the validator may ask for further runs
 * @param submissions solutions with the verdicts they must get
 * @param presentation what {@code touchstone.yaml} says
 */
public record ProblemPackage(
    Path root,
    FormatVersion version,
    Map<String, String> names,
    Map<String, Path> statements,
    Limits limits,
    List<TestGroup> groups,
    Optional<Path> validator,
    boolean interactive,
    boolean multiPass,
    List<ExampleSubmission> submissions,
    Presentation presentation) {
  /** Keeps its own copies. */
  public ProblemPackage {
    names = Map.copyOf(names);
    statements = Map.copyOf(statements);
    groups = List.copyOf(groups);
    submissions = List.copyOf(submissions);
  }

  /**
   * Reads the package in a folder.
   *
   * @throws PackageException with everything that is wrong with it
   * @throws IOException if the folder can't be read
   */
  public static ProblemPackage open(Path folder) throws PackageException, IOException {
    return open(folder, String.valueOf(folder.toRealPath().getFileName()));
  }

  /**
   * Reads the package in a folder whose own name means nothing.
   *
   * @param name what the package is called, unless it has a slug of its own
   */
  public static ProblemPackage open(Path folder, String name) throws PackageException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new PackageException(List.of(new Fault(folder.toString(), "is no folder")));
    }
    return new PackageReader(folder, name).read();
  }

  /** All tests in the order in which they are judged: samples first. */
  public List<TestCase> cases() {
    return groups.stream().flatMap(group -> group.cases().stream()).toList();
  }

  /** What a learner is told of a test. */
  public Feedback feedback(TestCase test) {
    return test.sample() ? presentation.samples() : presentation.hidden();
  }

  /** Whether a file is needed to judge; statements, submissions and attachments are not. */
  public static boolean neededForJudging(String path) {
    return !path.startsWith("submissions/")
        && !path.startsWith("statement/")
        && !path.startsWith("problem_statement/")
        && !path.startsWith("attachments/")
        && !path.startsWith("solution/")
        && !path.startsWith("starter/")
        && !path.startsWith("generators/");
  }
}
