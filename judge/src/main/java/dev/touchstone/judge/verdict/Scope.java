package dev.touchstone.judge.verdict;

/** How many of a package's tests are run. */
public enum Scope {
  /** The samples alone. */
  SAMPLES,
  /** What decides: judging stops where nothing that follows can change the result. */
  DECIDING,
  /** Every test, also after a failure; for authors, who want to see all of them. */
  EVERYTHING
}
