package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.ArtifactArchive;
import dev.touchstone.judge.compile.Program;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Conversation;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.FileHead;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.RunLimits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One use of a validator that comes with the package: {@code validator input answer feedback <
 * output}; exit code 42 accepts and 43 rejects, and anything else is a fault of the package. It
 * runs in the sandbox like a submission, because it reads a submission's output; its feedback
 * folder leaves the box as a stream. Close it to remove its files.
 */
final class CustomValidator implements AutoCloseable {
  private static final int ACCEPTED = 42;
  private static final int WRONG = 43;
  private static final int LONGEST_MESSAGE = 2048;
  private static final int PROCESSES = 64;

  /** Room for copies of what the validator reads. */
  private static final int EXTRA_DISK_MIB = 16;

  /** Where the validator finds the pipe to an interactive program. */
  private static final String PIPE_FOLDER = "/conversation";

  /**
   * Runs the validator with the feedback of earlier runs. It alone has the pipe to an interactive
   * program, which the first argument names, so that the program sees the end of its input when the
   * validator closes it. Standard output says when the validator has ended.
   */
  private static final String SCRIPT =
      "mkdir /tmp/feedback; [ ! -d /previous ] || cp -R /previous/. /tmp/feedback/;"
          + " to=$1; shift; (exec \"$@\" >\"$to\" 2>/tmp/said); code=$?; echo; exec >/dev/null;"
          + " [ ! -s /tmp/said ] || head -c 2048 /tmp/said >/tmp/feedback/.said;"
          + " rmdir /tmp/feedback 2>/dev/null || tar -C /tmp/feedback -cf - . >&2; exit $code";

  private final Sandbox sandbox;
  private final Program program;
  private final Limits limits;
  private final Path data;
  private final Path input;
  private final List<String> arguments;
  private Optional<Path> feedback = Optional.empty();

  /** Copies what the validator needs to a place that its box may read. */
  CustomValidator(Sandbox sandbox, Program program, Limits limits, TestCase test)
      throws IOException {
    this.sandbox = sandbox;
    this.program = program;
    this.limits = limits;
    this.arguments = test.validatorArguments();
    this.data = Files.createTempDirectory(sandbox.sharedFolder(), "validate-");
    this.input = data.resolve("input");
    try {
      Files.copy(test.input(), input);
      Files.copy(test.answer(), data.resolve("answer"));
      Folders.makeReadable(data);
    } catch (IOException | RuntimeException e) {
      Folders.delete(data);
      throw e;
    }
  }

  /** How a run ended, before it is known whose fault that is. */
  record Conclusion(Execution execution, ValidatorReport report) {
    /** Whether the validator accepted or rejected. */
    boolean judged() {
      return execution.outcome() == Outcome.EXITED
          && (execution.exitCode() == ACCEPTED || execution.exitCode() == WRONG);
    }

    /** The validator's report, if it accepted or rejected. */
    ValidatorReport orFail() {
      if (judged()) {
        return report;
      }
      String how =
          execution.outcome() == Outcome.EXITED
              ? "exited with " + execution.exitCode() + " instead of 42 or 43"
              : "ended with " + execution.outcome();
      String said = report.judgeMessage().isEmpty() ? "" : ": " + report.judgeMessage();
      throw new PackageFaultException("The validator " + how + said);
    }
  }

  /** Checks an output. */
  Conclusion look(Path output) throws IOException {
    Path nobody = Path.of("/dev/null");
    return run(error -> command(output, Optional.empty(), nobody, error, Duration.ZERO));
  }

  /**
   * Communicates with a program through pipes.
   *
   * @param to the only file in its folder
   * @param ended gets a line when the validator ends
   * @param patience additional wall time for waiting
   * @param with the conversation with the program
   */
  Conclusion talk(Path from, Path to, Path ended, Duration patience, Conversation with)
      throws IOException {
    return run(error -> command(from, Optional.of(to), ended, error, patience).in(with));
  }

  /** Runs a command that is made for a file for standard error. */
  private Conclusion run(Function<Path, Command> command) throws IOException {
    Path error = sandbox.newFile(".tar");
    try {
      Execution execution = sandbox.run(command.apply(error));
      return conclusion(execution, error);
    } finally {
      Files.deleteIfExists(error);
    }
  }

  @Override
  public void close() {
    Folders.delete(data);
    feedback.ifPresent(Folders::delete);
  }

  private Command command(Path from, Optional<Path> to, Path ended, Path error, Duration patience) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "validate"));
    command.add(to.map(pipe -> PIPE_FOLDER + "/" + pipe.getFileName()).orElse("/dev/null"));
    command.addAll(program.command());
    command.addAll(List.of("/data/input", "/data/answer", "/tmp/feedback/"));
    command.addAll(arguments);
    Map<String, Path> folders = program.folders("/box", program.folder());
    folders.put("/data", data);
    to.ifPresent(pipe -> folders.put(PIPE_FOLDER, pipe.getParent()));
    feedback.ifPresent(folder -> folders.put("/previous", folder));
    Duration time = limits.validation();
    long disk = (long) (limits.validationOutputMib() + limits.outputMib() + EXTRA_DISK_MIB) << 20;
    return new Command(
        command,
        program.environment(),
        folders,
        false,
        from,
        ended,
        error,
        new RunLimits(
            time,
            time.multipliedBy(2).plus(patience),
            (long) (limits.validationMemoryMib() + program.extraMemoryMib()) << 20,
            PROCESSES,
            disk,
            disk),
        false,
        true,
        Command.Next.SAME_PROGRAM);
  }

  private Conclusion conclusion(Execution execution, Path archive) throws IOException {
    Path folder = Files.createTempDirectory(sandbox.sharedFolder(), "feedback-");
    feedback.ifPresent(Folders::delete);
    feedback = Optional.of(folder);
    boolean ended = execution.outcome() == Outcome.EXITED;
    if (ended && Files.size(archive) > 0) {
      ArtifactArchive.unpack(archive, folder);
    }
    boolean judged = ended && (execution.exitCode() == ACCEPTED || execution.exitCode() == WRONG);
    if (!judged) {
      Path said = folder.resolve(".said");
      String words = Files.isRegularFile(said) ? FileHead.read(said, LONGEST_MESSAGE).strip() : "";
      return new Conclusion(execution, ValidatorReport.of(Optional.of(words)));
    }
    ValidatorReport report = ValidatorReport.read(execution.exitCode() == ACCEPTED, folder);
    Files.deleteIfExists(folder.resolve(".said"));
    return new Conclusion(execution, takeNextPass(report, folder));
  }

  /**
   * The next input leaves the feedback folder, which otherwise stays for the next run. It replaces
   * the test's own input: the validator of the next run reads what that run's program was given.
   */
  private ValidatorReport takeNextPass(ValidatorReport report, Path folder) throws IOException {
    if (report.nextPass().isEmpty()) {
      return report;
    }
    if (!report.accepted()) {
      throw new PackageFaultException(
          "The validator rejected an output, but requested another pass.");
    }
    Files.move(folder.resolve("nextpass.in"), input, StandardCopyOption.REPLACE_EXISTING);
    return new ValidatorReport(
        true,
        report.score(),
        report.multiplier(),
        report.teamMessage(),
        report.judgeMessage(),
        Optional.of(input));
  }
}
