package dev.touchstone.judge.command;

import dev.touchstone.judge.command.Benchmark.Spread;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.problempackage.ProblemPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tests that compute, side by side and one at a time.
 *
 * @param beside time to the verdict, ms
 * @param alone the same, one test at a time
 * @param cpuBesideMs the median CPU time of a test
 * @param cpuAloneMs the same, one test at a time
 * @param cpuDifference by which share the first differs from the second
 */
record SideBySide(
    Spread beside, Spread alone, double cpuBesideMs, double cpuAloneMs, double cpuDifference) {
  private static final int JUDGINGS = 6;

  /** Measures both in turn, with one submission at a time. */
  static SideBySide measure(
      Judge beside, Judge alone, ProblemPackage tests, BenchProblem problem, Language language) {
    List<Long> timesBeside = new ArrayList<>();
    List<Long> timesAlone = new ArrayList<>();
    List<Long> cpuBeside = new ArrayList<>();
    List<Long> cpuAlone = new ArrayList<>();
    for (int i = 0; i < JUDGINGS; i++) {
      judge(beside, tests, problem, language, timesBeside, cpuBeside);
      judge(alone, tests, problem, language, timesAlone, cpuAlone);
    }
    double one = median(cpuBeside);
    double other = median(cpuAlone);
    return new SideBySide(
        Spread.of(timesBeside), Spread.of(timesAlone), one, other, one / other - 1);
  }

  private static void judge(
      Judge judge,
      ProblemPackage tests,
      BenchProblem problem,
      Language language,
      List<Long> times,
      List<Long> cpu) {
    long start = System.nanoTime();
    Judgement judgement = Benchmark.judge(judge, tests, problem.busy(language));
    times.add(System.nanoTime() - start);
    for (TestResult test : judgement.tests()) {
      cpu.add(Objects.requireNonNull(test.timeMs()));
    }
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
