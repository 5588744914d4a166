package dev.touchstone.operations;

import dev.touchstone.operations.alerts.AlertsSubcommand;
import dev.touchstone.operations.backup.BackupSubcommand;
import dev.touchstone.operations.backup.RestoreSubcommand;
import dev.touchstone.operations.databases.DatabasesSubcommand;
import dev.touchstone.operations.handover.HandoverSubcommand;
import dev.touchstone.operations.keys.KeysSubcommand;
import dev.touchstone.operations.migrate.MigrateSubcommand;
import dev.touchstone.operations.secrets.SecretsSubcommand;
import dev.touchstone.operations.status.IncidentSubcommand;
import dev.touchstone.operations.status.Place;
import dev.touchstone.operations.status.StatusSubcommand;
import dev.touchstone.operations.support.SupportSubcommand;
import dev.touchstone.operations.verify.VerifySubcommand;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The operator's command line. */
@Command(
    name = "operations",
    description = "Operates an installation of Touchstone.",
    mixinStandardHelpOptions = true)
public final class OperationsCommand {
  private OperationsCommand() {}

  /** Runs a command; exit status 2 on bad arguments or settings, 1 on a failure. */
  public static void main(String[] arguments) {
    Logging.startCommand();
    System.exit(commandLine(Environment.system()).execute(arguments));
  }

  /** The command line, with the settings of an environment. */
  static CommandLine commandLine(Environment environment) {
    return new CommandLine(new OperationsCommand())
        .addSubcommand(new AlertsSubcommand())
        .addSubcommand(new DatabasesSubcommand(environment))
        .addSubcommand(new KeysSubcommand(environment).commandLine())
        .addSubcommand(new HandoverSubcommand())
        .addSubcommand(new VerifySubcommand())
        .addSubcommand(new SecretsSubcommand(environment))
        .addSubcommand(new MigrateSubcommand(environment))
        .addSubcommand(BackupSubcommand.commandLine(environment))
        .addSubcommand(new RestoreSubcommand(environment))
        .addSubcommand(new IncidentSubcommand(new Place(environment)))
        .addSubcommand(new StatusSubcommand(new Place(environment)))
        .addSubcommand(new SupportSubcommand(environment))
        .setExecutionExceptionHandler(new FailureHandler());
  }
}
