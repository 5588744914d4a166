package dev.touchstone.problempackage;

import java.util.Set;

/**
 * What {@code submissions.yaml} demands of a submission.
 *
 * @param tests a pattern for the tests or groups it is about, empty for all
 * @param permitted verdicts that each of the tests may get; empty for any
 * @param required verdicts of which at least one test must get one; empty for any
 * @param leastScore the least score of the group or submission
 * @param mostScore the highest
 * @param message what a judge message of one of the tests must contain, empty for nothing
 */
public record SubmissionRule(
    String tests,
    Set<String> permitted,
    Set<String> required,
    double leastScore,
    double mostScore,
    String message) {
  /** Keeps its own copies. */
  public SubmissionRule {
    permitted = Set.copyOf(permitted);
    required = Set.copyOf(required);
  }

  /** Whether it is about a test or a group, itself or by a folder above it. */
  public boolean appliesTo(String name) {
    return tests.isEmpty() || new Glob(tests).matchesOrHolds(name);
  }

  /** Whether it says anything of the score. */
  public boolean limitsScore() {
    return leastScore > Double.NEGATIVE_INFINITY || mostScore < Double.POSITIVE_INFINITY;
  }
}
