package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one submission through the tests. Used by one thread. */
final class Judging {
  private final ProblemPackage problem;
  private final TestRuns runs;
  private final Scores scores;
  private final Scope scope;
  private final Progress progress;
  private final List<TestResult> results = new ArrayList<>();
  private final Map<String, Boolean> passed = new HashMap<>();
  private final Map<String, Double> groupScores = new LinkedHashMap<>();
  private final Map<String, String> judgeMessages = new LinkedHashMap<>();
  private final List<TestCase> order;

  Judging(ProblemPackage problem, TestRuns runs, Scope scope, Progress progress) {
    this.problem = problem;
    this.runs = runs;
    this.scores = new Scores(problem);
    this.scope = scope;
    this.progress = progress;
    this.order = problem.cases();
  }

  /** Runs the tests in scope. A judge error ends it. */
  Judgement judge(String compileOutput) {
    progress.testsTotal((int) order.stream().filter(scope::includes).count());
    try {
      GroupResult whole = judge(problem.data());
      boolean sampled = scope == Scope.SAMPLES;
      double points = whole.verdict() == Verdict.AC || countsInParts() ? whole.score() : 0;
      return judgement(whole.verdict(), sampled ? 0 : points, compileOutput, "");
    } catch (IOException | SandboxException | PackageFaultException e) {
      JudgeError.log(problem.root(), e);
      return failed(compileOutput, JudgeError.explain(e));
    }
  }

  /** In the legacy version only what is accepted as a whole has a score. */
  private boolean countsInParts() {
    return problem.scoring() && problem.data().grading() instanceof Aggregated;
  }

  private boolean stopsEarly() {
    return scope == Scope.SAMPLES || scope == Scope.DECIDING;
  }

  private boolean isDecided(TestGroup group, List<GroupResult> children) {
    return switch (scope) {
      case SAMPLES, DECIDING -> GroupResult.decided(group, children);
      case GRAVEST -> results.stream().anyMatch(result -> result.verdict() == Verdict.TLE);
      case EVERYTHING -> false;
    };
  }

  private GroupResult judge(TestGroup group) throws IOException {
    if (stopsEarly() && !requirementsPassed(group)) {
      return GroupResult.skipped(group);
    }
    List<GroupResult> children = new ArrayList<>();
    for (var child : group.children()) {
      boolean outOfScope = scope == Scope.SAMPLES && child.name().startsWith("secret");
      if (outOfScope || isDecided(group, children)) {
        break;
      }
      GroupResult result =
          switch (child) {
            case TestGroup inner -> judge(inner);
            case TestCase test -> judge(group, test, children);
          };
      passed.put(child.name(), result.accepted());
      children.add(result);
    }
    GroupResult result = withRequirements(group, together(group, children));
    groupScores.put(group.name(), result.score());
    return result;
  }

  private GroupResult together(TestGroup group, List<GroupResult> children) {
    return GroupResult.of(group, children, problem.scoring());
  }

  /** Even if everything is run, a group that would have been skipped wins nothing. */
  private GroupResult withRequirements(TestGroup group, GroupResult result) {
    return requirementsPassed(group)
        ? result
        : new GroupResult(group.name(), result.verdict(), 0, false);
  }

  private boolean requirementsPassed(TestGroup group) {
    return !(group.grading() instanceof Aggregated(Aggregation _, List<String> requires))
        || requires.stream().allMatch(name -> passed.getOrDefault(name, false));
  }

  private GroupResult judge(TestGroup group, TestCase test, List<GroupResult> before)
      throws IOException {
    try {
      TestOutcome outcome = runs.outcome(test);
      double score = scores.of(group, test, outcome);
      GroupResult result =
          new GroupResult(test.name(), outcome.verdict(), score, outcome.accepted());
      if (!outcome.judgeMessage().isEmpty()) {
        judgeMessages.put(test.name(), outcome.judgeMessage());
      }
      add(test, outcome, points(group, test, result, before));
      return result;
    } catch (IOException | SandboxException | PackageFaultException e) {
      Execution none = new Execution(Outcome.EXITED, 0, 0, Duration.ZERO, Duration.ZERO, 0);
      judgeMessages.put(test.name(), JudgeError.explain(e));
      add(test, new TestOutcome(Verdict.JE, none, null, null), 0);
      throw e;
    }
  }

  /** The points won with this test: its own points, or its group's with the last of its tests. */
  private double points(
      TestGroup group, TestCase test, GroupResult result, List<GroupResult> before) {
    if (test.sample() || (problem.scoring() && Scores.ownPoints(group.grading()))) {
      return result.score();
    }
    if (!test.name().equals(group.children().getLast().name())) {
      return 0;
    }
    List<GroupResult> all = new ArrayList<>(before);
    all.add(result);
    return together(group, all).score();
  }

  private void add(TestCase test, TestOutcome outcome, double points) {
    Execution execution = outcome.execution();
    boolean failed = outcome.verdict() == Verdict.JE;
    TestResult result =
        new TestResult(
            order.indexOf(test) + 1,
            test.name(),
            test.group(),
            test.sample(),
            outcome.verdict(),
            points,
            execution.cpuTime().toMillis(),
            execution.wallTime().toMillis(),
            execution.memoryBytes() >> 10,
            execution.outcome() == Outcome.EXITED && !failed
                ? (Integer) execution.exitCode()
                : null,
            execution.outcome() == Outcome.SIGNALED ? (Integer) execution.signal() : null,
            outcome.feedback());
    results.add(result);
    progress.tested(result);
  }

  private Judgement failed(String compileOutput, String message) {
    return judgement(Verdict.JE, 0, compileOutput, message);
  }

  private Judgement judgement(
      Verdict verdict, double points, String compileOutput, String message) {
    return new Judgement(
        verdict,
        points,
        maxPoints(points),
        Judgement.most(results, TestResult::timeMs),
        Judgement.most(results, TestResult::wallMs),
        Judgement.most(results, TestResult::memoryKib),
        compileOutput,
        message,
        results,
        judgeMessages,
        groupScores);
  }

  /** Without a maximum, the points won are the maximum. */
  private double maxPoints(double points) {
    if (scope == Scope.SAMPLES) {
      return 0;
    }
    double most = problem.data().points();
    return Double.isInfinite(most) ? Math.max(points, 1) : most;
  }
}
