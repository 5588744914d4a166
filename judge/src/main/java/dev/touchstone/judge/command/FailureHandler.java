package dev.touchstone.judge.command;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;

/** Prints a failure without a stack trace. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
  static final int BAD_INPUT = 2;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    switch (failure) {
      case PackageException bad -> bad.faults().forEach(fault -> say(command, fault.toString()));
      case ConfigurationException bad -> bad.faults().forEach(fault -> say(command, fault));
      case SandboxException bad -> say(command, String.valueOf(bad.getMessage()));
      case InvalidPathException bad -> say(command, explain(bad));
      case IOException bad -> say(command, "Can't read or write " + bad.getMessage());
      default -> throw failure;
    }
    return BAD_INPUT;
  }

  /** Explains a file name that can't be used, as happens if the locale is not UTF-8. */
  static String explain(InvalidPathException bad) {
    return "The file name "
        + bad.getInput()
        + " can't be used with the locale's encoding "
        + System.getProperty("sun.jnu.encoding")
        + "; set LC_ALL=C.UTF-8.";
  }

  private static void say(CommandLine command, String line) {
    command.getErr().println("touchstone: " + line);
    command.getErr().flush();
  }
}
