package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.TestResult;

/** Receives the progress of a judging, in order and from one thread. */
public interface Progress {
  /** The compiler has ended; judging ends here unless it succeeded. */
  void compiled(boolean ok, String output);

  /** At most this many tests will run. */
  void testsTotal(int count);

  /** A test has been judged. */
  void tested(TestResult result);

  /** Ignores the progress. */
  static Progress ignored() {
    return new Progress() {
      @Override
      public void compiled(boolean ok, String output) {}

      @Override
      public void testsTotal(int count) {}

      @Override
      public void tested(TestResult result) {}
    };
  }
}
