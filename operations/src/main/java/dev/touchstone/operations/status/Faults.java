package dev.touchstone.operations.status;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Faults that did not keep a command from its work. */
final class Faults {
  private Faults() {}

  /** Prints them; returns the exit status of the command. */
  static int say(CommandSpec spec, List<String> faults) {
    faults.forEach(fault -> spec.commandLine().getErr().println("touchstone: " + fault));
    spec.commandLine().getErr().flush();
    return faults.isEmpty() ? 0 : 1;
  }
}
