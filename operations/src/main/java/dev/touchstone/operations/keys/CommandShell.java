package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs scripts with a command of the operator.
 *
 * @param command runs its input as root on the bastion, such as {@code ssh admin@bastion sudo bash
 *     -s}
 */
record CommandShell(List<String> command) implements BastionShell {
  private static final Duration TIME = Duration.ofMinutes(1);

  @Override
  public String run(String script) {
    return Program.run(command, Map.of(), script, TIME).required("The bastion's shell");
  }
}
