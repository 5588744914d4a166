package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.MasterSecret;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores backups beside what there is, and compares them with what was backed up. */
@Command(
    name = "restore",
    description = {
      "Restores backups into a new place and compares it with what was backed up. Nothing is",
      "overwritten."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    footer = {
      "  DATABASE_URL         the server for the new databases, as for the command databases:",
      "                       of a user that may create roles and databases",
      "  DATABASE_PASSWORD(_FILE), DATABASE_SECRET  likewise",
      "  BACKUP_…, TOUCHSTONE_REPORTS  as for backup",
      "",
      "Exit status: 0 restored and equal, 1 failed or different, 2 wrong arguments or settings."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class RestoreSubcommand implements Runnable {
  private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_]{0,30}");

  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public RestoreSubcommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name what, such as databases.");
  }

  @Command(
      description = {
        "Restores the databases auth, exercises and scores into new ones, owned by the services'",
        "roles. They get their names when every table is as it was backed up."
      },
      mixinStandardHelpOptions = true)
  int databases(
      @Parameters(
              paramLabel = "NAME",
              defaultValue = Archives.LATEST,
              description = "The name of the backup. Default: ${DEFAULT-VALUE}.")
          String name,
      @Mixin ProgramOptions programs,
      @Option(
              names = "--suffix",
              paramLabel = "TEXT",
              defaultValue = "",
              description =
                  "Is added to the names of the databases, such as _restored, on a server that has them already.")
          String suffix) {
    if (!SUFFIX.matcher(suffix).matches()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--suffix may have lower-case letters, digits and _.");
    }
    BackupSettings settings = BackupSettings.from(environment);
    DatabaseAddress master = MasterSecret.address(environment);
    environment.finish();
    try (Place place = settings.place()) {
      Archives archives = settings.archives(place, BackupSubcommand.Kind.DATABASES.toString());
      new Reports(settings.reports(), Clock.systemUTC(), this::say)
          .run(
              "restore-databases",
              _ -> {
                try (WorkFolder work = WorkFolder.in(settings.work())) {
                  Path content = work.folder("content");
                  String found = archives.find(name);
                  say("Reading " + place + found);
                  Manifest manifest = archives.extract(found, content, new Megabytes(this::say));
                  new DatabasesRestore(master, programs.programs(), this::say)
                      .run(manifest, content, suffix);
                  return Map.of(
                      "backup",
                      found,
                      "created_at",
                      manifest.createdAt(),
                      "suffix",
                      suffix,
                      "databases",
                      manifest.databases());
                }
              });
    }
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
