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
 * What learners are told of a judging: of tests whose author wants nothing told, not even that they
 * were run. Where they may know the verdict alone they are told that alone: exit code, signal, time
 * and memory of a test are what a program can set at will, and so tell what it has read. The most
 * time and memory of all tests is told, memory in whole MiB. Texts are already cut to the author's
 * policy.
 */
public final class LearnersView implements Progress {
  private static final long KIB_PER_MIB = 1024;

  private final Set<String> differing;
  private final Set<String> untold;
  private final long untoldSamples;
  private final int tests;
  private final Progress learner;

  /** Passes on to the learner what may be told. */
  public LearnersView(ProblemPackage problem, Progress learner) {
    List<TestCase> silent =
        problem.cases().stream().filter(test -> problem.feedback(test) == Feedback.NONE).toList();
    this.differing =
        problem.cases().stream()
            .filter(test -> problem.feedback(test) == Feedback.DIFFERENCE)
            .map(TestCase::name)
            .collect(Collectors.toSet());
    this.untold = silent.stream().map(TestCase::name).collect(Collectors.toSet());
    this.untoldSamples = silent.stream().filter(TestCase::sample).count();
    this.tests = problem.cases().size();
    this.learner = learner;
  }

  @Override
  public void compiled(boolean ok, String output) {
    learner.compiled(ok, output);
  }

  @Override
  public void testsTotal(int count) {
    learner.testsTotal((int) (count - (count == tests ? untold.size() : untoldSamples)));
  }

  @Override
  public void tested(TestResult result) {
    if (!untold.contains(result.name())) {
      learner.tested(cut(result));
    }
  }

  /** The tests that may be told, and the most time and memory that these took. */
  public Judgement of(Judgement judgement) {
    List<TestResult> told =
        judgement.tests().stream().filter(result -> !untold.contains(result.name())).toList();
    return judgement.withTests(
        told.stream().map(this::inWholeMib).toList(), told.stream().map(this::cut).toList());
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
