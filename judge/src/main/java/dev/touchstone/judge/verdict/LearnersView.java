package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What learners see of a judging. Tests that the author hides completely do not appear. If learners
 * may see only the verdict of a test, exit code, signal, time and memory are left out: a program
 * can choose them and so reveal what it has read. The most time and memory of all tests is shown,
 * memory in whole MiB. Texts already follow the author's policy.
 */
public final class LearnersView implements Progress {
  private static final long KIB_PER_MIB = 1024;

  private final Set<String> differing;
  private final Set<String> hidden;
  private final long hiddenSamples;
  private final int tests;
  private final Progress learner;

  /** Passes on what the learner may see. */
  public LearnersView(ProblemPackage problem, Progress learner) {
    List<TestCase> silent =
        problem.cases().stream().filter(test -> problem.feedback(test) == Feedback.NONE).toList();
    this.differing =
        problem.cases().stream()
            .filter(test -> problem.feedback(test) == Feedback.DIFFERENCE)
            .map(TestCase::name)
            .collect(Collectors.toSet());
    this.hidden = silent.stream().map(TestCase::name).collect(Collectors.toSet());
    this.hiddenSamples = silent.stream().filter(TestCase::sample).count();
    this.tests = problem.cases().size();
    this.learner = learner;
  }

  @Override
  public void compiled(boolean ok, String output) {
    learner.compiled(ok, output);
  }

  @Override
  public void testsTotal(int count) {
    learner.testsTotal((int) (count - (count == tests ? hidden.size() : hiddenSamples)));
  }

  @Override
  public void tested(TestResult result) {
    if (!hidden.contains(result.name())) {
      learner.tested(cut(result));
    }
  }

  /** The result as the learner may see it. */
  public Judgement of(Judgement judgement) {
    List<TestResult> shown =
        judgement.tests().stream().filter(result -> !hidden.contains(result.name())).toList();
    return judgement.withTests(
        shown.stream().map(this::inWholeMib).toList(), shown.stream().map(this::cut).toList());
  }

  private TestResult inWholeMib(TestResult result) {
    Long memory = result.memoryKib();
    return memory == null || differing.contains(result.name())
        ? result
        : with(
            result,
            result.timeMs(),
            result.wallMs(),
            Math.ceilDiv(memory, KIB_PER_MIB) * KIB_PER_MIB);
  }

  private TestResult cut(TestResult result) {
    return differing.contains(result.name()) ? result : with(result, null, null, null);
  }

  private static TestResult with(
      TestResult result, @Nullable Long timeMs, @Nullable Long wallMs, @Nullable Long memoryKib) {
    return new TestResult(
        result.index(),
        result.name(),
        result.group(),
        result.sample(),
        result.verdict(),
        result.points(),
        timeMs,
        wallMs,
        memoryKib,
        null,
        null,
        result.feedback());
  }
}
