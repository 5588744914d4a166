package dev.touchstone.judge.verdict;

/** How many of a package's tests are run. */
public enum Scope {
  /** The samples alone. */
  SAMPLES,
  /** What decides: judging stops where nothing that follows can change the result. */
  DECIDING,
  /**
   * Every test, until one takes too long: no verdict is graver. For authors, who say of a
   * submission that it crashes somewhere, not that it crashes first.
   */
  GRAVEST,
  /** Every test, also after a failure; for authors, who want to see all of them. */
  EVERYTHING
}
