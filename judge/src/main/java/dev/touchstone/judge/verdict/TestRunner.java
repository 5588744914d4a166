package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a program once, with the limits of a problem and the factors of its language. */
final class TestRunner {
  private static final long DISK = 16L << 20;

  /** A program that sleeps must not hold its box for long. */
  private static final Duration WALL_EXTRA = Duration.ofSeconds(2);

  private final Sandbox sandbox;

  TestRunner(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  Execution run(Artifact artifact, Limits limits, Path input, Path output, Path error) {
    Language language = artifact.language();
    return sandbox.run(
        new Command(
            artifact.command(limits.memoryMib()),
            Compiler.environment(language),
            Compiler.folders(language, "/box", artifact.folder()),
            false,
            input,
            output,
            error,
            boxLimits(language, limits),
            true));
  }

  private static dev.touchstone.judge.sandbox.Limits boxLimits(Language language, Limits limits) {
    Duration cpu = Duration.ofMillis((long) (limits.time().toMillis() * language.factors().time()));
    return new dev.touchstone.judge.sandbox.Limits(
        cpu,
        cpu.multipliedBy(2).plus(WALL_EXTRA),
        (long) (limits.memoryMib() + language.factors().memoryMib()) << 20,
        language.factors().processes(),
        (long) limits.outputMib() << 20,
        DISK);
  }

  /** The verdict of a run, before its output is looked at; AC where that decides. */
  static Verdict verdict(Execution execution) {
    return switch (execution.outcome()) {
      case CPU_LIMIT, WALL_LIMIT -> Verdict.TLE;
      case MEMORY_LIMIT -> Verdict.MLE;
      case OUTPUT_LIMIT -> Verdict.OLE;
      case SIGNALED -> Verdict.RTE;
      case EXITED -> execution.exitCode() == 0 ? Verdict.AC : Verdict.RTE;
    };
  }
}
