package dev.touchstone.problempackage;

import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of tests, and the rule that combines their results.
 *
 * @param name the folder below {@code data}, such as {@code secret} or {@code secret/group1}; empty
 *     for the whole
 * @param points the most that the group is worth; infinite if validators decide without a limit
 * @param grading how results are combined, and when judging may stop
 * @param children in the order in which they are judged
 */
public record TestGroup(String name, double points, Grading grading, List<TestNode> children)
    implements TestNode {
  public TestGroup {
    children = List.copyOf(children);
  }

  /** The tests directly in the folder. */
  public List<TestCase> cases() {
    return children.stream()
        .flatMap(child -> child instanceof TestCase test ? Stream.of(test) : Stream.empty())
        .toList();
  }

  /** The groups directly in the folder. */
  public List<TestGroup> groups() {
    return children.stream()
        .flatMap(child -> child instanceof TestGroup group ? Stream.of(group) : Stream.empty())
        .toList();
  }

  /** The tests in the folder and all folders below it, in order. */
  public List<TestCase> allCases() {
    return children.stream().flatMap(TestGroup::casesOf).toList();
  }

  /** This group and all below it that directly contain tests, in order. */
  public Stream<TestGroup> holdingTests() {
    Stream<TestGroup> self = cases().isEmpty() ? Stream.empty() : Stream.of(this);
    return Stream.concat(self, groups().stream().flatMap(TestGroup::holdingTests));
  }

  private static Stream<TestCase> casesOf(TestNode node) {
    return switch (node) {
      case TestCase test -> Stream.of(test);
      case TestGroup group -> group.children.stream().flatMap(TestGroup::casesOf);
    };
  }
}
