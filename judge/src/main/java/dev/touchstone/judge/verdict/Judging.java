package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One submission's way through the tests. Used by one thread. */
final class Judging {
  private final ProblemPackage problem;
  private final Artifact artifact;
  private final TestRunner runner;
  private final Validator validator;
  private final Progress progress;
  private final List<TestResult> results = new ArrayList<>();
  private double points;
  private double maxPoints;
  private int index;

  Judging(
      ProblemPackage problem,
      Artifact artifact,
      TestRunner runner,
      Validator validator,
      Progress progress) {
    this.problem = problem;
    this.artifact = artifact;
    this.runner = runner;
    this.validator = validator;
    this.progress = progress;
  }

  /** Runs a group's tests. After a time limit the rest of the group can't win its points. */
  void judge(TestGroup group) throws IOException {
    maxPoints += group.points();
    boolean passed = true;
    boolean tooSlow = false;
    for (TestCase test : group.cases()) {
      index++;
      if (tooSlow) {
        continue;
      }
      boolean last = test.equals(group.cases().getLast());
      TestResult result = judge(group, test, last && passed);
      results.add(result);
      progress.tested(result);
      passed &= result.verdict() == Verdict.AC;
      tooSlow = result.verdict() == Verdict.TLE;
    }
    points += passed ? group.points() : 0;
  }

  Judgement judgement(String compileOutput) {
    return new Judgement(
        results.stream().map(TestResult::verdict).min(Comparator.naturalOrder()).orElse(Verdict.JE),
        points,
        maxPoints,
        most(results.stream().mapToLong(TestResult::timeMs)),
        most(results.stream().mapToLong(TestResult::wallMs)),
        most(results.stream().mapToLong(TestResult::memoryKib)),
        compileOutput,
        results.isEmpty() ? "The package has no test." : "",
        results);
  }

  private static long most(LongStream numbers) {
    return numbers.max().orElse(0);
  }

  private TestResult judge(TestGroup group, TestCase test, boolean winsGroup) throws IOException {
    Path output = Files.createTempFile("touchstone-test", ".out");
    Path error = Files.createTempFile("touchstone-test", ".err");
    try {
      Execution execution = runner.run(artifact, problem.limits(), test.input(), output, error);
      Verdict verdict = TestRunner.verdict(execution);
      Optional<String> difference =
          verdict == Verdict.AC ? validator.difference(group, test, output) : Optional.empty();
      if (difference.isPresent()) {
        verdict = Verdict.WA;
      }
      double won = winsGroup && verdict == Verdict.AC ? group.points() : 0;
      return result(test, execution, verdict, won, feedback(test, difference, output, error));
    } finally {
      Folders.delete(output);
      Folders.delete(error);
    }
  }

  private TestResult result(
      TestCase test,
      Execution execution,
      Verdict verdict,
      double won,
      @Nullable TestFeedback feedback) {
    return new TestResult(
        index,
        test.name(),
        test.group(),
        test.sample(),
        verdict,
        won,
        execution.cpuTime().toMillis(),
        execution.wallTime().toMillis(),
        execution.memoryBytes() >> 10,
        execution.outcome() == Outcome.EXITED ? (Integer) execution.exitCode() : null,
        execution.outcome() == Outcome.SIGNALED ? (Integer) execution.signal() : null,
        feedback);
  }

  /** Only what the author lets be seen ever leaves the judge. */
  private @Nullable TestFeedback feedback(
      TestCase test, Optional<String> difference, Path output, Path error) throws IOException {
    if (problem.feedback(test) != Feedback.DIFFERENCE) {
      return null;
    }
    return new TestFeedback(
        difference.orElse(null),
        Texts.head(test.input(), TestFeedback.LONGEST),
        Texts.head(test.answer(), TestFeedback.LONGEST),
        Texts.head(output, TestFeedback.LONGEST),
        Texts.head(error, TestFeedback.LONGEST));
  }
}
