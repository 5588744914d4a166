package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A problem package in a folder. Immutable; the files it names are read when they are needed and
 * must not change meanwhile.
 *
 * @param root the folder
 * @param version the version of the format
 * @param names the title by locale
 * @param statements the statement's file by locale; Markdown, or LaTeX or PDF in older packages
 * @param limits what a test run may use
 * @param timeRule how the time limit is computed, unless the package gives it
 * @param data all tests as a tree, samples first
 * @param validator the folder or file of the custom validator, empty for the default one
 * @param scoring whether parts of the points can be earned; otherwise all or none
 * @param interactive whether the validator talks to the program while it runs
 * @param multiPass whether the validator may ask for further runs
 * @param fileWriting whether a program may write into its folder
 * @param constants what {@code {{name}}} stands for in sources and statements
 * @param submissions solutions with the verdicts they must get
 * @param presentation how {@code touchstone.yaml} presents it
 * @param warnings what its author should know, such as files and keys that are not used
 */
public record ProblemPackage(
    Path root,
    FormatVersion version,
    Map<String, String> names,
    Map<String, Path> statements,
    Limits limits,
    TimeLimitRule timeRule,
    TestGroup data,
    Optional<Path> validator,
    boolean scoring,
    boolean interactive,
    boolean multiPass,
    boolean fileWriting,
    Constants constants,
    List<ExampleSubmission> submissions,
    Presentation presentation,
    List<Fault> warnings) {
  public ProblemPackage {
    names = Map.copyOf(names);
    statements = Map.copyOf(statements);
    submissions = List.copyOf(submissions);
    warnings = List.copyOf(warnings);
  }

  /** The same package with another time limit. */
  public ProblemPackage withTime(Duration time) {
    return with(limits.withTime(time), warnings);
  }

  /** The same package with warnings that were found before it was read. */
  public ProblemPackage warnedBefore(List<Fault> earlier) {
    return withWarnings(Stream.concat(earlier.stream(), warnings.stream()).toList());
  }

  /** The same package with other warnings. */
  public ProblemPackage withWarnings(List<Fault> found) {
    return with(limits, found);
  }

  private ProblemPackage with(Limits otherLimits, List<Fault> otherWarnings) {
    return new ProblemPackage(
        root,
        version,
        names,
        statements,
        otherLimits,
        timeRule,
        data,
        validator,
        scoring,
        interactive,
        multiPass,
        fileWriting,
        constants,
        submissions,
        presentation,
        otherWarnings);
  }

  /** The groups that directly contain tests, in the order in which they are judged. */
  public List<TestGroup> groups() {
    return data.holdingTests().toList();
  }

  /** All tests in the order in which they are judged: samples first. */
  public List<TestCase> cases() {
    return data.allCases();
  }

  /** Samples that the statement shows and that are not judged. */
  public List<StatementSample> statementSamples() throws IOException {
    return StatementSamples.of(root);
  }

  /** What a learner sees of a test. */
  public Feedback feedback(TestCase test) {
    Feedback policy = test.sample() ? presentation.samples() : presentation.hidden();
    if (test.fullFeedback().isEmpty()) {
      return policy;
    }
    boolean less = policy == Feedback.NONE;
    return test.fullFeedback().get()
        ? Feedback.DIFFERENCE
        : less ? Feedback.NONE : Feedback.VERDICT;
  }

  /**
   * The files that are added to a submission or replace its own, by path within it.
   *
   * @param language the id of the submission's language
   */
  public Map<String, Path> includedFiles(String language) throws IOException {
    return IncludedFiles.of(root, language);
  }

  /** Whether a file is needed to judge; statements, submissions and attachments are not. */
  public static boolean neededForJudging(String path) {
    return !path.startsWith("submissions/")
        && !path.startsWith("statement/")
        && !path.startsWith("problem_statement/")
        && !path.startsWith("attachments/")
        && !path.startsWith("solution/")
        && !path.startsWith("hints/")
        && !path.startsWith("starter/")
        && !path.startsWith("generators/");
  }
}
