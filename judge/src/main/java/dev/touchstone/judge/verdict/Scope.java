package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.TestCase;

/** How many of a package's tests are run. */
public enum Scope {
  /** Only the samples. */
  SAMPLES,
  /** Judging stops as soon as no other test can change the result. */
  DECIDING,
  /**
   * Every test, until one exceeds the time limit: no verdict is more severe. For authors, who state
   * that a submission crashes somewhere, not that it crashes first.
   */
  GRAVEST,
  /** Every test, even after a failure; for authors, who want to see all of them. */
  EVERYTHING;

  /** Whether a test may be run. */
  boolean includes(TestCase test) {
    return test.sample() || this != SAMPLES;
  }
}
