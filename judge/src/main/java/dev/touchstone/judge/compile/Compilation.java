package dev.touchstone.judge.compile;

/** The result of compiling. */
public sealed interface Compilation {
  /** The output of the compiler, shown to the sender of the sources. */
  String output();

  /**
   * There is a program.
   *
   * @param output warnings of the compiler
   */
  record Compiled(Program program, String output) implements Compilation {}

  /**
   * The sources do not compile.
   *
   * @param output the compiler's message, or what the learner must change
   * @param certain whether the same sources would fail again; false if a limit was exceeded, which
   *     may be due to other load on the machine
   */
  record Failed(String output, boolean certain) implements Compilation {
    /** Fails for certain. */
    Failed(String output) {
      this(output, true);
    }
  }
}
