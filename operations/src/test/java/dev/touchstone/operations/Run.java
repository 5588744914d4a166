package dev.touchstone.operations;

import dev.touchstone.platform.config.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/**
 * A command that has run.
 *
 * @param status its exit status
 */
public record Run(int status, String out, String err) {
  /** Runs a command with these settings and no others. */
  public static Run of(Map<String, String> settings, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        OperationsCommand.commandLine(Environment.of(settings))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int status = command.execute(arguments);
    return new Run(status, out.toString(), err.toString());
  }
}
