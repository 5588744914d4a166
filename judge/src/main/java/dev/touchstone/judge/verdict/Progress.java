package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.TestResult;

/** Is told how judging goes, in order and by one thread. */
public interface Progress {
  /** The sources were compiled; judging ends here unless it worked. */
  void compiled(boolean ok, String output);

  /** So many tests will be run at most. */
  void testsTotal(int count);

  /** A test is done. */
  void tested(TestResult result);

  /** Is told and does nothing. */
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
