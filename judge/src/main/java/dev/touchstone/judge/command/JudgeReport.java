package dev.touchstone.judge.command;

import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code judge --json} prints; for authors, so nothing is left out.
 *
 * @param points won, out of {@code maxPoints}
 * @param cpuMs the most CPU time that a test took, in milliseconds
 * @param wallMs the most time on the clock that a test took, in milliseconds
 * @param memoryKib the most memory that a test used, in KiB
 * @param message why judging failed, empty unless the verdict is JE
 */
record JudgeReport(
    Verdict verdict,
    double points,
    double maxPoints,
    long cpuMs,
    long wallMs,
    long memoryKib,
    String compileOutput,
    String message,
    List<Test> tests) {
  JudgeReport {
    tests = List.copyOf(tests);
  }

  /**
   * One test.
   *
   * @param exitCode null where a signal or a limit ended the program
   * @param signal null where none did
   * @param message the validator's message to authors
   */
  record Test(
      String name,
      Verdict verdict,
      double points,
      @Nullable Long cpuMs,
      @Nullable Long wallMs,
      @Nullable Long memoryKib,
      @Nullable Integer exitCode,
      @Nullable Integer signal,
      String message) {}

  static JudgeReport of(Judgement judgement) {
    return new JudgeReport(
        judgement.verdict(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.cpuMs(),
        judgement.wallMs(),
        judgement.memoryKib(),
        judgement.compileOutput(),
        judgement.message(),
        judgement.tests().stream().map(test -> test(judgement, test)).toList());
  }

  private static Test test(Judgement judgement, TestResult test) {
    return new Test(
        test.name(),
        test.verdict(),
        test.points(),
        test.timeMs(),
        test.wallMs(),
        test.memoryKib(),
        test.exitCode(),
        test.signal(),
        judgement.judgeMessages().getOrDefault(test.name(), ""));
  }
}
