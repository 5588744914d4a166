package dev.touchstone.problempackage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A solution that comes with the package, correct or deliberately wrong.
 *
 * @param name relative to {@code submissions}, such as {@code accepted/main.py}
 * @param folder the file, or the folder that contains its files
 * @param files its source files
 * @param expected the folder's name for the verdicts it may get, such as {@code accepted}; empty
 *     where {@code submissions.yaml} replaces what the folder says
 * @param language the language that {@code submissions.yaml} names, empty for none
 * @param entryPoint the file to start that {@code submissions.yaml} names, empty for none
 * @param rules what {@code submissions.yaml} demands
 * @param bound which bound its time sets where the time limit is computed
 */
public record ExampleSubmission(
    String name,
    Path folder,
    List<Path> files,
    Set<String> expected,
    String language,
    String entryPoint,
    List<SubmissionRule> rules,
    TimeBound bound) {
  /** What the time of a submission says about the time limit. */
  public enum TimeBound {
    /** The limit must leave it enough time. */
    LOWER,
    /** It must exceed the limit. */
    UPPER,
    /** Nothing. */
    NONE
  }

  public ExampleSubmission {
    files = List.copyOf(files);
    expected = Set.copyOf(expected);
    rules = List.copyOf(rules);
  }
}
