package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What learners are told of a judging: of tests whose author wants nothing told, not even that they
 * were run. What is told of the others is already cut to the author's policy.
 */
public final class LearnersView implements Progress {
  private final Set<String> untold;
  private final long untoldSamples;
  private final int tests;
  private final Progress learner;

  /** Passes on to the learner what may be told. */
  public LearnersView(ProblemPackage problem, Progress learner) {
    List<TestCase> silent =
        problem.cases().stream().filter(test -> problem.feedback(test) == Feedback.NONE).toList();
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
      learner.tested(result);
    }
  }

  /** Those results that may be told. */
  public List<TestResult> of(List<TestResult> results) {
    return results.stream().filter(result -> !untold.contains(result.name())).toList();
  }
}
