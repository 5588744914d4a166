package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Program;
import dev.touchstone.judge.function.CallFile;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Conversation;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.FileHead;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.RunLimits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.DataFiles;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a program once, with the limits of a problem and the factors of its language. */
final class TestRunner {
  /** How much of standard error is searched for the reason of a failure. */
  private static final int LONGEST_REASON = 64 << 10;

  private static final long DISK = 16L << 20;

  /** A program that sleeps must not hold its box for long. */
  private static final Duration WALL_EXTRA = Duration.ofSeconds(2);

  /** Lets a program write beside its files: in a copy of them. */
  private static final String WRITABLE = "cp -R /program/. . && exec \"$@\"";

  /**
   * Gives a program its input as a file of the given name, and takes its output from another one;
   * an empty name stands for the stream. Without that file, what the program wrote to standard
   * output counts. A program that fails has its output taken, too: it may be too long.
   */
  private static final String WITH_FILES =
      "cp -R /program/. . && in=$1 out=$2 && shift 2 || exit 1;"
          + " [ -z \"$in\" ] || ln -sf /dev/stdin \"$in\" || exit 1;"
          + " [ -n \"$out\" ] || exec \"$@\";"
          + " rm -f \"$out\"; \"$@\" >/tmp/.output; code=$?;"
          + " [ -f \"$out\" ] || out=/tmp/.output; cat \"$out\" || exit 1; exit $code";

  private final Sandbox sandbox;
  private final Optional<Signature> function;
  private final boolean hidden;

  private TestRunner(Sandbox sandbox, Optional<Signature> function, boolean hidden) {
    this.sandbox = sandbox;
    this.function = function;
    this.hidden = hidden;
  }

  /**
   * Creates a runner for the tests of a problem.
   *
   * @param function the signature, where the program calls a function for each case of its input
   */
  static TestRunner forTests(Sandbox sandbox, Optional<Signature> function) {
    return new TestRunner(sandbox, function, true);
  }

  /** The same for input of the learner, in boxes that never have a test. */
  static TestRunner forOwnInput(Sandbox sandbox, Optional<Signature> function) {
    return new TestRunner(sandbox, function, false);
  }

  /**
   * What a program gets in addition to its input.
   *
   * @param arguments its command line
   * @param files a folder whose files are added to its own
   * @param writable whether it may write there
   * @param dataFiles the files that it uses instead of its standard streams
   * @param more whether other tests probably follow in the same box
   * @param conversation the one with a validator, if there is one
   */
  record Surroundings(
      List<String> arguments,
      Optional<Path> files,
      boolean writable,
      DataFiles dataFiles,
      boolean more,
      Optional<Conversation> conversation) {
    /** What every program of a problem gets. */
    static Surroundings of(ProblemPackage problem) {
      return new Surroundings(
          List.of(),
          Optional.empty(),
          false,
          problem.presentation().dataFiles(),
          false,
          Optional.empty());
    }

    /** What to expect of the run that follows: the command is the same if nothing is special. */
    Command.Next next() {
      return more && arguments.isEmpty() && files.isEmpty()
          ? Command.Next.SAME
          : Command.Next.UNKNOWN;
    }
  }

  Execution run(
      Program program,
      Limits limits,
      Surroundings surroundings,
      Path input,
      Path output,
      Path error)
      throws IOException {
    if (function.isEmpty()) {
      Execution execution = runBeside(program, limits, surroundings, input, output, error);
      if (Files.isRegularFile(output)) {
        OutputMark.removeFrom(output);
      }
      return execution;
    }
    try (CallFile calls = CallFile.write(sandbox.privateFolder(), function.get(), input)) {
      Execution execution = runBeside(program, limits, surroundings, calls.file(), output, error);
      calls.decode(output);
      return execution;
    }
  }

  private Execution runBeside(
      Program program,
      Limits limits,
      Surroundings surroundings,
      Path input,
      Path output,
      Path error)
      throws IOException {
    if (surroundings.files().isEmpty()) {
      return run(program, program.folder(), limits, surroundings, input, output, error);
    }
    Path folder =
        Files.createTempDirectory(
            sandbox.sharedFolder(),
            "beside-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try {
      copy(program.folder(), folder);
      copy(surroundings.files().get(), folder);
      Folders.makeReadable(folder);
      return run(program, folder, limits, surroundings, input, output, error);
    } finally {
      Folders.delete(folder);
    }
  }

  private Execution run(
      Program program,
      Path folder,
      Limits limits,
      Surroundings surroundings,
      Path input,
      Path output,
      Path error)
      throws IOException {
    DataFiles data = surroundings.dataFiles();
    boolean writable = surroundings.writable() || data.used();
    List<String> command = new ArrayList<>();
    if (data.used()) {
      command.addAll(List.of("/bin/sh", "-c", WITH_FILES, "run", data.input(), data.output()));
    } else if (writable) {
      command.addAll(List.of("/bin/sh", "-c", WRITABLE, "run"));
    }
    command.addAll(program.command());
    command.addAll(surroundings.arguments());
    Command alone =
        new Command(
            command,
            program.environment(),
            program.folders(writable ? "/program" : "/box", folder),
            writable,
            input,
            output,
            error,
            data.used() ? withOutputFile(program, limits) : boxLimits(program, limits),
            true,
            hidden,
            surroundings.next());
    Execution execution = sandbox.run(surroundings.conversation().map(alone::in).orElse(alone));
    return wantedMemory(program, execution, error) ? execution.outOfMemory() : execution;
  }

  /** A runtime that keeps to the memory limit fails before the kernel has to stop it. */
  private static boolean wantedMemory(Program program, Execution execution, Path error)
      throws IOException {
    return program.outOfMemory().isPresent()
        && verdict(execution) == Verdict.RTE
        && program.outOfMemory().get().matcher(FileHead.read(error, LONGEST_REASON)).find();
  }

  /** As much as may be written to standard output must fit into the file, too. */
  private static RunLimits withOutputFile(Program program, Limits limits) {
    RunLimits usual = boxLimits(program, limits);
    return usual.withDisk(DISK + usual.outputBytes());
  }

  static RunLimits boxLimits(Program program, Limits limits) {
    Duration cpu = Duration.ofMillis((long) (limits.time().toMillis() * program.timeFactor()));
    return new RunLimits(
        cpu,
        cpu.multipliedBy(2).plus(WALL_EXTRA),
        (long) (limits.memoryMib() + program.extraMemoryMib()) << 20,
        program.processes(),
        (long) limits.outputMib() << 20,
        DISK);
  }

  /** The verdict of a run without its output; AC if the output decides. */
  static Verdict verdict(Execution execution) {
    return switch (execution.outcome()) {
      case CPU_LIMIT, WALL_LIMIT -> Verdict.TLE;
      case MEMORY_LIMIT -> Verdict.MLE;
      case OUTPUT_LIMIT -> Verdict.OLE;
      case SIGNALED -> Verdict.RTE;
      case EXITED -> execution.exitCode() == 0 ? Verdict.AC : Verdict.RTE;
    };
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(from)) {
      paths = tree.toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(
            path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
