package dev.touchstone.judge.verdict;

/** What came of compiling. */
sealed interface Compilation {
  /** What is told to who sent the sources. */
  String output();

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
   * @param certain whether the same sources fail again; not so where a limit was hit, which may be
   *     for other work on the machine
   */
  record Failed(String output, boolean certain) implements Compilation {
    /** The same sources fail again. */
    Failed(String output) {
      this(output, true);
    }
  }
}
