package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submission.
 *
 * @param points won, out of {@code maxPoints}; relative to each other, not to the exercise's points
 * @param cpuMs the most CPU time that a test took, in milliseconds
 * @param wallMs the most time on the clock that a test took, in milliseconds
 * @param memoryKib the most memory that a test used, in KiB
 * @param compileOutput what the compiler said, cut
 * @param message why the judge failed, for an administrator; empty for none
 * @param judgeMessages what validators say to authors, by test; never for learners
 * @param groupScores what groups won, by name
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
    List<TestResult> tests,
    Map<String, String> judgeMessages,
    Map<String, Double> groupScores) {
  public Judgement {
    tests = List.copyOf(tests);
    judgeMessages = Map.copyOf(judgeMessages);
    groupScores = Map.copyOf(groupScores);
  }

  /**
   * A copy with other tests.
   *
   * @param counted those whose time and memory count
   * @param shown those that it has
   */
  Judgement withTests(List<TestResult> counted, List<TestResult> shown) {
    return new Judgement(
        verdict,
        points,
        maxPoints,
        most(counted, TestResult::timeMs),
        most(counted, TestResult::wallMs),
        most(counted, TestResult::memoryKib),
        compileOutput,
        message,
        shown,
        judgeMessages,
        groupScores);
  }

  /** The largest number of any test, 0 without tests. */
  static long most(List<TestResult> tests, Function<TestResult, @Nullable Long> number) {
    long most = 0;
    for (TestResult test : tests) {
      Long value = number.apply(test);
      most = value == null ? most : Math.max(most, value);
    }
    return most;
  }

  /** The result where no test was run. */
  static Judgement withoutTests(
      Verdict verdict, double maxPoints, String compileOutput, String message) {
    return new Judgement(
        verdict,
        0,
        Double.isInfinite(maxPoints) ? 1 : maxPoints,
        0,
        0,
        0,
        compileOutput,
        message,
        List.of(),
        Map.of(),
        Map.of());
  }
}
