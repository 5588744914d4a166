package dev.touchstone.judge.verdict;

import java.util.List;

/**
 * The result of a submission.
 *
 * @param points won, out of {@code maxPoints}; relative to each other, not to the exercise's points
 * @param cpuMs the most CPU time that a test took, in milliseconds
 * @param wallMs the most time on the clock that a test took, in milliseconds
 * @param memoryKib the most memory that a test used, in KiB
 * @param compileOutput what the compiler said, cut
 * @param message for the learner or, with JE, the administrator; empty for none
 */
public record Judgement(
    Verdict verdict,
    double points,
    double maxPoints,
    long cpuMs,
    long wallMs,
    long memoryKib,
    String compileOutput,
    String message,
    List<TestResult> tests) {
  /** Keeps its own copy. */
  public Judgement {
    tests = List.copyOf(tests);
  }

  /** The result when the judge itself failed. */
  static Judgement judgeError(String message) {
    return new Judgement(Verdict.JE, 0, 0, 0, 0, 0, "", message, List.of());
  }
}
