package dev.touchstone.problempackage;

/** A node of the tree of tests. */
public sealed interface TestNode permits TestCase, TestGroup {
  /** The path below {@code data}, such as {@code secret/group1} or {@code secret/group1/03}. */
  String name();
}
