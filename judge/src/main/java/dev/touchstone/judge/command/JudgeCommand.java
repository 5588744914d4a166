package dev.touchstone.judge.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The judge's command line. */
@Command(
    name = "judge",
    description = "Judges submissions: for the platform, or by hand.",
    mixinStandardHelpOptions = true,
    subcommands = {
      JudgeSubcommand.class,
      VerifySubcommand.class,
      DoctorSubcommand.class,
      BenchSubcommand.class,
      ServeSubcommand.class
    })
public final class JudgeCommand {
  private JudgeCommand() {}

  /** Runs a command; exit status 2 on bad arguments or a bad package. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... arguments) {
    return new CommandLine(new JudgeCommand())
        .setExecutionExceptionHandler(new FailureHandler())
        .execute(arguments);
  }
}
