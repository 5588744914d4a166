package dev.touchstone.judge.command;

import dev.touchstone.platform.telemetry.Logging;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
      ConvertSubcommand.class,
      DoctorSubcommand.class,
      BenchSubcommand.class,
      ServeSubcommand.class
    })
public final class JudgeCommand {
  private JudgeCommand() {}

  /** Runs a command; exit status 2 on bad arguments or a bad package. */
  public static void main(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals(ServeSubcommand.NAME)) {
      Logging.startCommand();
    }
    System.exit(run(arguments));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException(FailureHandler.explain(e));
    }
  }

  /** Runs a command and returns its exit status. */
  static int run(String... arguments) {
    return new CommandLine(new JudgeCommand())
        .registerConverter(Path.class, JudgeCommand::path)
        .setExecutionExceptionHandler(new FailureHandler())
        .execute(arguments);
  }
}
