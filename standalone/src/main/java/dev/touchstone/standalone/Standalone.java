package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All of Touchstone on one machine. */
@Command(
    name = "./touchstone",
    mixinStandardHelpOptions = true,
    description = "All of Touchstone on one machine.",
    subcommands = {
      UpCommand.class,
      BenchCommand.class,
      ResetPasswordCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      TrainCommand.class
    })
public final class Standalone {
  private static final int BAD_SETTINGS = 2;

  private Standalone() {}

  /** Runs a command. Exit status 2: the settings prevent it; 1: it failed. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Standalone())
            .setExecutionExceptionHandler((failure, command, parsed) -> report(failure))
            .execute(arguments));
  }

  static int report(Exception failure) {
    if (failure instanceof ConfigurationException fault) {
      fault.faults().forEach(line -> System.err.println("touchstone: " + line));
      return BAD_SETTINGS;
    }
    LogFile.record(failure);
    System.err.println(
        LogFile.isUsed()
            ? "touchstone: The command failed. See " + LogFile.path() + "."
            : "touchstone: The command failed. " + failure.getMessage());
    return 1;
  }
}
