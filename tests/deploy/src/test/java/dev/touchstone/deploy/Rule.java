package dev.touchstone.deploy;

import java.util.stream.Stream;

/**
 * A rule for rendered objects, for what the types of the API let through.
 *
 * @param name for the names of tests
 * @param faults what breaks the rule in a release, one line each
 */
record Rule(String name, Check faults) {
  /** Finds faults in a release. */
  @FunctionalInterface
  interface Check {
    Stream<String> in(Release release);
  }

  @Override
  public String toString() {
    return name;
  }
}
