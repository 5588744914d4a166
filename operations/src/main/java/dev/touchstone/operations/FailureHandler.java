package dev.touchstone.operations;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.ConfigurationException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import picocli.CommandLine;

/** Prints a failure as a message, without a stack trace. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
  private static final int BAD_SETTINGS = 2;
  private static final int FAILED = 1;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    return switch (failure) {
      case ConfigurationException bad -> {
        bad.faults().forEach(fault -> say(command, fault));
        yield BAD_SETTINGS;
      }
      case JdbiException bad when bad.getCause() instanceof SQLException cause -> {
        say(command, "The database reported an error: " + cause.getMessage());
        yield FAILED;
      }
      case OperationFailed failed -> {
        say(command, String.valueOf(failed.getMessage()));
        yield FAILED;
      }
      default -> throw failure;
    };
  }

  private static void say(CommandLine command, String line) {
    command.getErr().println("touchstone: " + line);
    command.getErr().flush();
  }
}
