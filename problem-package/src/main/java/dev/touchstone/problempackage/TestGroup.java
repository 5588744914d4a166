package dev.touchstone.problempackage;

import java.util.List;

/**
 * The tests of one folder; points are won by passing all of them.
 *
 * @param name the folder, such as {@code secret} or {@code secret/group1}
 * @param points what the group is worth, relative to the other groups; 0 for samples
 * @param validatorArguments the validator's flags for this group
 * @param cases in the order in which they are judged
 */
public record TestGroup(
    String name, double points, List<String> validatorArguments, List<TestCase> cases) {
  /** Keeps its own copies. */
  public TestGroup {
    validatorArguments = List.copyOf(validatorArguments);
    cases = List.copyOf(cases);
  }
}
