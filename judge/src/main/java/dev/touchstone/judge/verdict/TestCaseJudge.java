package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Program;
import dev.touchstone.judge.function.MalformedCasesException;
import dev.touchstone.judge.function.Results;
import dev.touchstone.judge.sandbox.Conversation;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.FileHead;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.TestRunner.Surroundings;
import dev.touchstone.judgeprotocol.TestFeedback;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.ValidatorFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one program on tests of one package and validates its output. Thread-safe. */
final class TestCaseJudge {
  private final Sandbox sandbox;
  private final ProblemPackage problem;
  private final Program program;
  private final Optional<Program> validator;
  private final TestRunner runner;

  /**
   * Creates the judge of one submission.
   *
   * @param validator the package's own; empty for the default one
   */
  TestCaseJudge(
      Sandbox sandbox, ProblemPackage problem, Program program, Optional<Program> validator) {
    this.sandbox = sandbox;
    this.problem = problem;
    this.program = program;
    this.validator = validator;
    this.runner = TestRunner.forTests(sandbox, problem.presentation().function());
  }

  /**
   * Judges a test.
   *
   * @param more whether the program will probably run in the same box again
   * @throws PackageFaultException if the validator fails, or the input is not what a function takes
   * @throws SandboxException if the sandbox fails; nothing is thrown for what the program does
   */
  TestOutcome judge(TestCase test, boolean more) throws IOException {
    Path output = sandbox.newFile(".out");
    Path error = sandbox.newFile(".err");
    try {
      if (validator.isEmpty()) {
        return judgeByDefault(test, more, output, error);
      }
      try (CustomValidator custom =
          new CustomValidator(sandbox, validator.get(), problem.limits(), test)) {
        return judgeByValidator(test, more, custom, output, error);
      }
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(error);
    }
  }

  private TestOutcome judgeByDefault(TestCase test, boolean more, Path output, Path error)
      throws IOException {
    Execution execution = run(test, more, test.input(), output, error, Optional.empty());
    Verdict verdict = TestRunner.verdict(execution);
    if (verdict != Verdict.AC) {
      return outcome(test, verdict, execution, null, output, error);
    }
    ValidatorFlags flags = ValidatorFlags.parse(test.validatorArguments());
    ValidatorReport report =
        ValidatorReport.of(
            problem.presentation().function().isPresent()
                ? Results.within(flags.absolute(), flags.relative())
                    .difference(test.answer(), output)
                : DefaultValidator.difference(test.answer(), output, flags));
    Verdict found = report.accepted() ? Verdict.AC : Verdict.WA;
    return outcome(test, found, execution, report, output, error);
  }

  private TestOutcome judgeByValidator(
      TestCase test, boolean more, CustomValidator custom, Path output, Path error)
      throws IOException {
    Path input = test.input();
    Execution most = null;
    for (int pass = 1; ; pass++) {
      TestOutcome outcome = pass(test, more, custom, input, output, error);
      most = most == null ? outcome.execution() : moreCostly(most, outcome.execution());
      ValidatorReport report = outcome.report();
      if (!outcome.accepted() || report == null || report.nextPass().isEmpty()) {
        return outcome.accepted() ? withExecution(outcome, most) : outcome;
      }
      if (!problem.multiPass()) {
        throw new PackageFaultException(
            "The validator requested another pass, but the problem is not multi-pass.");
      }
      if (pass == problem.limits().passes()) {
        throw new PackageFaultException("The validator requested more than " + pass + " passes.");
      }
      input = report.nextPass().get();
    }
  }

  private TestOutcome pass(
      TestCase test, boolean more, CustomValidator custom, Path input, Path output, Path error)
      throws IOException {
    if (problem.interactive()) {
      return interact(test, custom, output, error);
    }
    Execution execution = run(test, more, input, output, error, Optional.empty());
    Verdict verdict = TestRunner.verdict(execution);
    if (verdict != Verdict.AC) {
      return outcome(test, verdict, execution, null, output, error);
    }
    ValidatorReport report = custom.look(output).orFail();
    Verdict found = report.accepted() ? Verdict.AC : Verdict.WA;
    return outcome(test, found, execution, report, output, error);
  }

  private TestOutcome interact(TestCase test, CustomValidator custom, Path output, Path error)
      throws IOException {
    var limits = TestRunner.boxLimits(program, problem.limits());
    if (Files.notExists(output)) {
      Files.createFile(output); // what a learner sees of it is empty
    }
    try (Interaction interaction = new Interaction(sandbox.privateFolder())) {
      Interaction.Result result =
          interaction.run(
              (in, out, with) -> run(test, false, in, out, error, Optional.of(with)),
              custom::talk,
              limits.wallTime(),
              limits.outputBytes());
      return outcome(test, result.verdict(), result.execution(), result.report(), output, error);
    }
  }

  private Execution run(
      TestCase test,
      boolean more,
      Path input,
      Path output,
      Path error,
      Optional<Conversation> conversation)
      throws IOException {
    try {
      return runner.run(
          program,
          problem.limits(),
          new Surroundings(
              test.arguments(),
              test.files(),
              problem.fileWriting(),
              problem.presentation().dataFiles(),
              more,
              conversation),
          input,
          output,
          error);
    } catch (MalformedCasesException e) {
      throw new PackageFaultException(
          "The input of test " + test.name() + " is malformed. " + e.getMessage());
    }
  }

  private static Execution moreCostly(Execution one, Execution other) {
    return other.cpuTime().compareTo(one.cpuTime()) > 0 ? other : one;
  }

  private static TestOutcome withExecution(TestOutcome outcome, Execution execution) {
    return new TestOutcome(outcome.verdict(), execution, outcome.report(), outcome.feedback());
  }

  private TestOutcome outcome(
      TestCase test,
      Verdict verdict,
      Execution execution,
      @Nullable ValidatorReport report,
      Path output,
      Path error)
      throws IOException {
    return new TestOutcome(
        verdict, execution, report, feedback(test, verdict, report, output, error));
  }

  /** Only what the author shows leaves the judge; judge messages never do. */
  private @Nullable TestFeedback feedback(
      TestCase test, Verdict verdict, @Nullable ValidatorReport report, Path output, Path error)
      throws IOException {
    if (problem.feedback(test) != Feedback.DIFFERENCE) {
      return null;
    }
    String said = report == null ? "" : report.teamMessage();
    boolean hint = verdict != Verdict.AC && !test.hint().isEmpty();
    String message = hint ? (said + "\n" + test.hint()).strip() : said;
    return new TestFeedback(
        message.isEmpty() ? null : message,
        FileHead.read(test.input(), TestFeedback.LONGEST),
        FileHead.read(test.answer(), TestFeedback.LONGEST),
        FileHead.read(output, TestFeedback.LONGEST),
        FileHead.read(error, TestFeedback.LONGEST));
  }
}
