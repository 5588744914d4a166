package dev.touchstone.problempackage;

import java.util.Set;

/**
 * What {@code submissions.yaml} requires of a submission.
 *
 * @param tests a pattern for the tests or groups it applies to, empty for all
 * @param permitted verdicts that each of the tests may get; empty for any
 * @param required verdicts, one of which at least one test must get; empty for any
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
  public SubmissionRule {
    permitted = Set.copyOf(permitted);
    required = Set.copyOf(required);
  }

  /** Whether it applies to a test or group, by its name or the name of a folder above it. */
  public boolean appliesTo(String name) {
    return tests.isEmpty() || new Glob(tests).matchesOrHolds(name);
  }

  /** Whether it limits the score. */
  public boolean limitsScore() {
    return leastScore > Double.NEGATIVE_INFINITY || mostScore < Double.POSITIVE_INFINITY;
  }
}
