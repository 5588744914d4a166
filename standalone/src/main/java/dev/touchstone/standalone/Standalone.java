package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All of Touchstone in one process. */
@Command(
    name = "./touchstone",
    mixinStandardHelpOptions = true,
    description = "All of Touchstone in one process.",
    subcommands = UpCommand.class)
public final class Standalone {
  private static final int CAN_NOT_START = 2;

  private Standalone() {}

  /** Runs a command; exit status 2 if it can't be done as it is set up. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Standalone())
            .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
            .execute(arguments));
  }

  private static int tell(Exception failure) {
    if (failure instanceof ConfigurationException fault) {
      fault.faults().forEach(line -> System.err.println("touchstone: " + line));
      return CAN_NOT_START;
    }
    LogFile.record(failure);
    System.err.println("touchstone: The start failed; " + LogFile.path() + " says why.");
    return 1;
  }
}
