package dev.touchstone.judge.verdict;

/** What came of compiling. */
sealed interface Compilation {
  /**
   * It worked.
   *
   * @param output what the compiler said all the same
   */
  record Compiled(Program program, String output) implements Compilation {}

  /**
   * The sources are at fault.
   *
   * @param output what the compiler said, or what the learner must change
   */
  record Failed(String output) implements Compilation {}
}
