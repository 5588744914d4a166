package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.Compilation.Compiled;
import dev.touchstone.judge.verdict.Compilation.Failed;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges submissions against problem packages. Never throws for what a submission or a package
 * does: a failure of the judge or the package is the verdict JE. Thread-safe.
 */
public final class Judge {
  private static final Logger log = LoggerFactory.getLogger(Judge.class);
  private static final int LONGEST_RUN_OUTPUT = 64 * 1024;
  private final Sandbox sandbox;
  private final Languages languages;
  private final Compiler compiler;
  private final TestRunner runner;

  /** Judges in the given sandbox with the languages of this machine. */
  public Judge(Sandbox sandbox, Languages languages) {
    this.sandbox = sandbox;
    this.languages = languages;
    this.compiler = new Compiler(sandbox);
    this.runner = new TestRunner(sandbox);
  }

  /** Compiles a submission and runs all tests, or the samples alone. */
  public Judgement judge(
      ProblemPackage problem, Submission submission, boolean samplesOnly, Progress progress) {
    try {
      return switch (compiler.compile(submission, problem.limits().compilation())) {
        case Compiled(Artifact artifact, String output) -> {
          progress.compiled(true, output);
          try (artifact) {
            yield judgeTests(problem, artifact, output, groups(problem, samplesOnly), progress);
          }
        }
        case Failed(String output) -> {
          progress.compiled(false, output);
          yield compileError(problem, output);
        }
      };
    } catch (IOException | SandboxException e) {
      log.error("Judging failed with {}", problem.root(), e);
      return Judgement.judgeError(String.valueOf(e.getMessage()));
    }
  }

  /** Compiles a submission and runs it once on an input of the learner's own. */
  public Run run(Limits limits, Submission submission, byte[] input) throws IOException {
    return switch (compiler.compile(submission, limits.compilation())) {
      case Compiled(Artifact artifact, String output) -> {
        try (artifact) {
          yield runOnce(limits, artifact, output, input);
        }
      }
      case Failed(String output) -> new Run(Verdict.CE, output, "", "", 0, 0, 0, 0, 0, false);
    };
  }

  private static List<TestGroup> groups(ProblemPackage problem, boolean samplesOnly) {
    return problem.groups().stream()
        .filter(group -> !samplesOnly || group.name().startsWith("sample"))
        .toList();
  }

  private Judgement judgeTests(
      ProblemPackage problem,
      Artifact artifact,
      String compileOutput,
      List<TestGroup> groups,
      Progress progress)
      throws IOException {
    progress.testsTotal(groups.stream().mapToInt(group -> group.cases().size()).sum());
    try (Validator validator = Validator.of(problem, sandbox, compiler, languages)) {
      Judging judging = new Judging(problem, artifact, runner, validator, progress);
      for (TestGroup group : groups) {
        judging.judge(group);
      }
      return judging.judgement(compileOutput);
    }
  }

  private static Judgement compileError(ProblemPackage problem, String output) {
    double points = problem.groups().stream().mapToDouble(TestGroup::points).sum();
    return new Judgement(Verdict.CE, 0, points, 0, 0, 0, output, "", List.of());
  }

  private Run runOnce(Limits limits, Artifact artifact, String compileOutput, byte[] given)
      throws IOException {
    Path input = Files.createTempFile("touchstone-run", ".in");
    Path output = Files.createTempFile("touchstone-run", ".out");
    Path error = Files.createTempFile("touchstone-run", ".err");
    try {
      Files.write(input, given);
      var execution = runner.run(artifact, limits, input, output, error);
      return new Run(
          TestRunner.verdict(execution),
          compileOutput,
          Texts.head(output, LONGEST_RUN_OUTPUT),
          Texts.head(error, LONGEST_RUN_OUTPUT),
          execution.exitCode(),
          execution.signal(),
          execution.cpuTime().toMillis(),
          execution.wallTime().toMillis(),
          execution.memoryBytes() >> 10,
          Files.size(output) > LONGEST_RUN_OUTPUT);
    } finally {
      Folders.delete(input);
      Folders.delete(output);
      Folders.delete(error);
    }
  }
}
