package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.BoxProcess.End;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.Watchdog.Watch;
import java.io.IOException;
import java.time.Duration;

/** Determines from accounts and files how a run ended. */
final class Executions {
  private Executions() {}

  /** The result of a run whose processes have all ended. */
  static Execution of(Command command, End end, Watch watch, Usage usage) throws IOException {
    Duration wall = watch.wallTime();
    Duration cpu = usage.cpuTime();
    Outcome outcome = outcome(command, end, cpu, watch, usage);
    return new Execution(
        outcome,
        outcome == Outcome.EXITED ? end.exitCode() : 0,
        outcome == Outcome.SIGNALED ? end.signal() : 0,
        cpu,
        wall,
        usage.peakMemory());
  }

  private static Outcome outcome(Command command, End end, Duration cpu, Watch watch, Usage usage)
      throws IOException {
    if (usage.outOfMemory()) {
      // First: the end of a program that fills much memory takes time, too, most on a busy machine.
      return Outcome.MEMORY_LIMIT;
    } else if (cpu.compareTo(command.limits().cpuTime()) > 0) {
      return Outcome.CPU_LIMIT;
    } else if (watch.stopped().isPresent()) {
      return watch.stopped().get();
    } else if (!end.ran()) {
      throw new SandboxException("The box could not be made: " + command.complaint());
    } else if (command.overflowed()) {
      return Outcome.OUTPUT_LIMIT;
    }
    return end.signal() == 0 ? Outcome.EXITED : Outcome.SIGNALED;
  }
}
