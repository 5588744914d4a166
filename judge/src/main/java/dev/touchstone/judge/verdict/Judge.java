package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.compile.Compilation.Failed;
import dev.touchstone.judge.compile.CompiledPrograms;
import dev.touchstone.judge.compile.Program;
import dev.touchstone.judge.compile.StartFile;
import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.function.FunctionProgram;
import dev.touchstone.judge.function.MalformedCasesException;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.FileHead;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.TestRunner.Surroundings;
import dev.touchstone.judgeprotocol.RunOutput;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.function.FunctionLanguage;
import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges submissions against problem packages. Submissions and packages never cause an exception: a
 * failure of the judge, or a fault of the package, is the verdict JE. Thread-safe. An interactive
 * problem takes two boxes at once, so the sandbox needs twice as many boxes as there are judgings
 * at once.
 */
public final class Judge {
  /** How many boxes one judging may take at once. */
  public static final int BOXES = 2;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int MOST_SPARE = 7;

  /**
   * How many tests may run beside another one of the same submission, in boxes that there are
   * beyond those of the judgings.
   */
  public static final int SPARE = Math.min(PROCESSORS - 1, MOST_SPARE);

  private static final int LONGEST_RUN_OUTPUT = RunOutput.LONGEST;
  private static final int KIB = 1024;
  private final Sandbox sandbox;
  private final Languages languages;
  private final CompiledPrograms programs;
  private final ValidatorPrograms validators;
  private final SpareProcessors processors;

  /** Judges in the given sandbox with the languages of this machine, each test alone. */
  public Judge(Sandbox sandbox, Languages languages) {
    this(sandbox, languages, 0);
  }

  /**
   * The same, with tests side by side while processors are free.
   *
   * @param spare how many tests may run beside others at once; the sandbox has a box for each
   */
  public Judge(Sandbox sandbox, Languages languages, int spare) {
    this.sandbox = sandbox;
    this.languages = languages;
    this.programs = new CompiledPrograms(sandbox);
    this.validators = new ValidatorPrograms(programs, languages);
    this.processors = new SpareProcessors(PROCESSORS, spare);
  }

  /**
   * Lets compilers be warmed up in the background, each when a program first needs it, so that they
   * start faster. Judging works without it, and before it is done. It takes one box at a time.
   */
  public void warmUpLater() {
    installed().forEach(programs::warmUpLater);
  }

  /** Starts to warm up all compilers in the background, with all that the descriptions name. */
  public Thread warmUpFully() {
    return Thread.ofVirtual().start(() -> installed().forEach(programs::warmUp));
  }

  private List<Language> installed() {
    return languages.installed().stream()
        .flatMap(id -> languages.find(id).stream())
        .sorted(Comparator.comparing(Language::preparesHeaders)) // what takes longest, last
        .toList();
  }

  /** Ids of the languages whose compilers are warmed up. */
  public Set<String> warmedUp() {
    return programs.warmedUp();
  }

  /** Compiles a submission and runs tests. */
  public Judgement judge(
      ProblemPackage problem, Submission submission, Scope scope, Progress progress) {
    double maxPoints = scope == Scope.SAMPLES ? 0 : problem.data().points();
    try (SpareProcessors.Judging _ = processors.begin();
        CompiledPrograms.Use use = compile(problem, submission)) {
      String said = said(problem, submission, use.compilation().output());
      return switch (use.compilation()) {
        case Compiled(Program program, String _) -> {
          progress.compiled(true, said);
          yield judgeTests(problem, program, said, scope, progress);
        }
        case Failed _ -> {
          progress.compiled(false, said);
          yield Judgement.withoutTests(Verdict.CE, maxPoints, said, "");
        }
      };
    } catch (IOException | SandboxException | PackageFaultException e) {
      JudgeError.log(problem.root(), e);
      return Judgement.withoutTests(Verdict.JE, maxPoints, "", JudgeError.explain(e));
    }
  }

  /** Compiles a submission and runs it once on the learner's own input. */
  public Run run(ProblemPackage problem, Submission submission, byte[] input) throws IOException {
    try (SpareProcessors.Judging _ = processors.begin();
        CompiledPrograms.Use use = compile(problem, submission)) {
      String said = said(problem, submission, use.compilation().output());
      return switch (use.compilation()) {
        case Compiled(Program program, String _) -> runOnce(problem, program, said, input);
        case Failed _ -> new Run(Verdict.CE, said, "", "", null, null, 0, 0, 0, false);
      };
    }
  }

  /** The compiler's output, preceded by the file that is started if that was a guess. */
  private static String said(ProblemPackage problem, Submission submission, String output)
      throws IOException {
    if (submission.files().size() == 1) {
      return output;
    }
    return StartFile.guess(IncludedSources.add(problem, submission))
        .map(guess -> guess + "\n" + output)
        .orElse(output);
  }

  private CompiledPrograms.Use compile(ProblemPackage problem, Submission submission)
      throws IOException {
    int most = problem.limits().sourceKib();
    long bytes = submission.files().stream().mapToLong(file -> file.content().length).sum();
    if (bytes > (long) most * KIB) {
      return refused("The sources exceed the limit of " + most + " KiB.");
    }
    return problem.presentation().function().isPresent()
        ? compileFunction(problem, problem.presentation().function().get(), submission)
        : use(IncludedSources.add(problem, submission), problem.limits());
  }

  private CompiledPrograms.Use use(Submission submission, Limits limits) throws IOException {
    return programs.use(submission, limits, limits.memoryMib());
  }

  private static CompiledPrograms.Use refused(String reason) {
    return CompiledPrograms.Use.refused(reason);
  }

  private CompiledPrograms.Use compileFunction(
      ProblemPackage problem, Signature signature, Submission submission) throws IOException {
    Optional<FunctionLanguage> language = FunctionLanguage.of(submission.language().id());
    if (language.isEmpty() || submission.files().size() != 1) {
      return refused(
          "This exercise requires a single file in one of these languages: "
              + FunctionLanguage.allIds()
              + ".");
    }
    byte[] source = submission.files().getFirst().content();
    String name = language.get().name(signature.name());
    if (!FunctionProgram.mentions(source, name)) {
      return refused("There is no function " + name + ".");
    }
    Submission program =
        new Submission(
            submission.language(),
            List.of(
                new Submission.SourceFile(
                    FunctionProgram.harnessName(language.get()),
                    FunctionProgram.harness(language.get(), signature)),
                new Submission.SourceFile(language.get().fileName(), source)));
    return use(program, problem.limits());
  }

  private Judgement judgeTests(
      ProblemPackage problem, Program program, String compileOutput, Scope scope, Progress progress)
      throws IOException {
    if (problem.validator().isEmpty()) {
      return judgeTests(problem, program, Optional.empty(), compileOutput, scope, progress);
    }
    try (ValidatorPrograms.Use validator = validators.use(problem)) {
      return judgeTests(
          problem, program, Optional.of(validator.program()), compileOutput, scope, progress);
    }
  }

  private Judgement judgeTests(
      ProblemPackage problem,
      Program program,
      Optional<Program> validator,
      String compileOutput,
      Scope scope,
      Progress progress) {
    TestCaseJudge judge = new TestCaseJudge(sandbox, problem, program, validator);
    List<TestCase> order = problem.cases().stream().filter(scope::includes).toList();
    // The two sides of an interaction already run beside each other.
    SpareProcessors spare = problem.interactive() ? SpareProcessors.NONE : processors;
    try (TestRuns runs = new TestRuns(judge::judge, spare, order)) {
      return new Judging(problem, runs, scope, progress).judge(compileOutput);
    }
  }

  private Run runOnce(ProblemPackage problem, Program program, String compileOutput, byte[] given)
      throws IOException {
    Path input = Files.createTempFile(sandbox.privateFolder(), "run-", ".in");
    Path output = Files.createTempFile(sandbox.privateFolder(), "run-", ".out");
    Path error = Files.createTempFile(sandbox.privateFolder(), "run-", ".err");
    try {
      Files.write(input, given);
      TestRunner runner = TestRunner.forOwnInput(sandbox, problem.presentation().function());
      var execution =
          runner.run(program, problem.limits(), Surroundings.of(problem), input, output, error);
      return new Run(
          TestRunner.verdict(execution),
          compileOutput,
          FileHead.read(output, LONGEST_RUN_OUTPUT),
          FileHead.read(error, LONGEST_RUN_OUTPUT),
          execution.outcome() == Outcome.EXITED ? (Integer) execution.exitCode() : null,
          execution.outcome() == Outcome.SIGNALED ? (Integer) execution.signal() : null,
          execution.cpuTime().toMillis(),
          execution.wallTime().toMillis(),
          execution.memoryBytes() >> 10,
          Files.size(output) > LONGEST_RUN_OUTPUT);
    } catch (MalformedCasesException e) {
      String said = String.valueOf(e.getMessage());
      return new Run(Verdict.RTE, compileOutput, "", said, null, null, 0, 0, 0, false);
    } finally {
      Folders.delete(input);
      Folders.delete(output);
      Folders.delete(error);
    }
  }
}
