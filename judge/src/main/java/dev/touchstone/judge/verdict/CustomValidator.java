package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Limits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A validator that comes with the package: {@code validator input answer feedback < output}; exit
 * code 42 accepts and 43 refuses. It runs in the sandbox like a submission, since it reads what one
 * wrote. Anything else it does is the package's fault. Close it to remove it.
 */
final class CustomValidator implements AutoCloseable {
  private static final int ACCEPTED = 42;
  private static final int WRONG = 43;
  private static final int LONGEST_MESSAGE = 2048;
  private static final long MEMORY = 1L << 30;
  private static final long DISK = 16L << 20;
  private static final int PROCESSES = 64;

  /** What the validator says to the team becomes the output of the box. */
  private static final String SCRIPT =
      "mkdir /tmp/feedback; \"$@\" >/dev/null; code=$?;"
          + " head -c 2048 /tmp/feedback/teammessage.txt 2>/dev/null; exit $code";

  private final Sandbox sandbox;
  private final ProblemPackage problem;
  private final Artifact program;

  private CustomValidator(Sandbox sandbox, ProblemPackage problem, Artifact program) {
    this.sandbox = sandbox;
    this.problem = problem;
    this.program = program;
  }

  /**
   * Compiles the validator of a package.
   *
   * @throws SandboxException if it can't be compiled here
   */
  static CustomValidator compile(
      Sandbox sandbox, Compiler compiler, Languages languages, ProblemPackage problem)
      throws IOException {
    Path root = problem.validator().orElseThrow();
    List<Submission.SourceFile> files = new ArrayList<>();
    for (Path file : files(root)) {
      String name =
          Files.isDirectory(root)
              ? root.relativize(file).toString()
              : file.getFileName().toString();
      files.add(new Submission.SourceFile(name, Files.readAllBytes(file)));
    }
    List<String> names = files.stream().map(Submission.SourceFile::name).toList();
    Language language =
        languages
            .ofFiles(names)
            .flatMap(found -> languages.find(found.id()))
            .orElseThrow(
                () -> new SandboxException("The language of the validator is not installed."));
    return switch (compiler.compile(
        new Submission(language, files), problem.limits().compilation())) {
      case Compilation.Compiled(Artifact artifact, String output) ->
          new CustomValidator(sandbox, problem, artifact);
      case Compilation.Failed(String output) ->
          throw new SandboxException("The validator does not compile: " + output);
    };
  }

  /**
   * Looks at an output.
   *
   * @return what the validator says to the learner, if the output is wrong; empty if it is right
   * @throws SandboxException if the validator fails
   */
  Optional<String> difference(TestCase test, List<String> arguments, Path output)
      throws IOException {
    Path said = Files.createTempFile("touchstone-validator", ".out");
    Path error = Files.createTempFile("touchstone-validator", ".err");
    // The box's user can read neither the package nor the judge's files: it gets copies.
    Path data = Files.createTempDirectory(sandbox.sharedFolder(), "validate-");
    try {
      Files.copy(test.input(), data.resolve("input"));
      Files.copy(test.answer(), data.resolve("answer"));
      ArtifactArchive.makeReadable(data);
      Execution execution = run(data, arguments, output, said, error);
      return switch (execution.outcome()) {
        case EXITED -> conclusion(execution.exitCode(), said, error);
        case SIGNALED, CPU_LIMIT, WALL_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT ->
            throw new SandboxException("The validator ended with " + execution.outcome());
      };
    } finally {
      Folders.delete(data);
      Folders.delete(said);
      Folders.delete(error);
    }
  }

  @Override
  public void close() {
    program.close();
  }

  private Execution run(Path data, List<String> arguments, Path output, Path said, Path error) {
    int memoryMib = (int) (MEMORY >> 20);
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "validate"));
    command.addAll(program.command(memoryMib));
    command.addAll(List.of("/data/input", "/data/answer", "/tmp/feedback/"));
    command.addAll(arguments);
    var time = problem.limits().validation();
    return sandbox.run(
        new Command(
            command,
            Compiler.environment(program.language()),
            Map.of("/box", program.folder(), "/data", data),
            false,
            output,
            said,
            error,
            new Limits(time, time.multipliedBy(2), MEMORY, PROCESSES, DISK, DISK)));
  }

  private static Optional<String> conclusion(int exitCode, Path said, Path error)
      throws IOException {
    return switch (exitCode) {
      case ACCEPTED -> Optional.empty();
      case WRONG -> Optional.of(Texts.head(said, LONGEST_MESSAGE));
      default ->
          throw new SandboxException(
              "The validator exited with "
                  + exitCode
                  + " instead of 42 or 43: "
                  + Texts.head(error, LONGEST_MESSAGE));
    };
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
