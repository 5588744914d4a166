package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.MasterSecret;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes backups, and checks and deletes them. */
@Command(
    name = "backup",
    description = {
      "Makes backups of what an installation can't lose. A backup has its name when it is complete;",
      "one that failed or was killed leaves none."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    footer = {
      "  BACKUP_TO            a folder, or s3://BUCKET/PREFIX",
      "  BACKUP_REGION, BACKUP_ENDPOINT  of the bucket; AWS_REGION and AWS by default",
      "  BACKUP_PASSPHRASE(_FILE)  12 characters or more; without it no backup can be read",
      "  BACKUP_WORK          a folder for what is not complete yet; has the dump of one",
      "                       database in clear. By default that for temporary files",
      "  TOUCHSTONE_REPORTS   a folder for reports; ~/.touchstone/reports by default",
      "  DATABASE_URL, DATABASE_PASSWORD(_FILE), DATABASE_AUTHENTICATION  the server, as",
      "                       a role that can read everything and write nothing",
      "",
      "Exit status: 0 done, 1 failed or damaged, 2 wrong arguments or settings."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BackupSubcommand implements Runnable {
  /** What there are backups of, as folders and arguments name it. */
  enum Kind {
    DATABASES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Environment environment;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public BackupSubcommand(Environment environment) {
    this.environment = environment;
    this.clock = Clock.systemUTC();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name what, such as databases.");
  }

  @Command(
      description = {
        "Dumps the databases auth, exercises and scores with pg_dump, while the services write, and",
        "records the rows and hashes of every table as the dumps show them."
      },
      mixinStandardHelpOptions = true)
  int databases(
      @Mixin ProgramOptions programs,
      @Option(
              names = "--dry-run",
              description = "Checks the settings and the role, and writes nothing.")
          boolean dryRun)
      throws SQLException {
    BackupSettings settings = BackupSettings.from(environment);
    DatabaseAddress server = MasterSecret.address(environment);
    environment.finish();
    try (Place place = settings.place()) {
      Archives archives = settings.archives(place, Kind.DATABASES.toString());
      if (dryRun) {
        DatabasesBackup.check(server);
        say("The role can read everything and write nothing. A backup would go to " + place);
        return 0;
      }
      reports(settings)
          .run(
              "backup-databases",
              started -> {
                try (WorkFolder work = WorkFolder.in(settings.work());
                    DatabasesBackup backup =
                        new DatabasesBackup(server, programs.programs(), work, this::say)) {
                  return show(place, archives.write(started, progress(), backup::write));
                }
              });
    }
    return 0;
  }

  private Map<String, ?> show(Place place, Archives.Written written) {
    show(written.databases());
    String name = place.toString() + Kind.DATABASES + "/" + written.name();
    say("Backup: " + name);
    return Map.of("backup", name, "databases", written.databases());
  }

  @Command(
      description = {
        "Reads a backup to its end, decrypts it, and compares every file with the manifest.",
        "Writes nothing."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "KIND", description = "databases.") Kind kind,
      @Parameters(
              paramLabel = "NAME",
              defaultValue = Archives.LATEST,
              description = "The name of the backup. Default: ${DEFAULT-VALUE}.")
          String name,
      @Option(
              names = "--within",
              paramLabel = "HOURS",
              description = "Fails if the backup is older than that.")
          Optional<Integer> within) {
    BackupSettings settings = BackupSettings.from(environment);
    environment.finish();
    try (Place place = settings.place()) {
      Archives archives = settings.archives(place, kind.toString());
      reports(settings)
          .run(
              "backup-verify-" + kind,
              started -> {
                String found = archives.find(name);
                Manifest manifest = archives.check(found, progress());
                show(manifest.databases());
                requireWithin(within, manifest.createdAt(), started);
                say("The backup %s is whole: %,d files.".formatted(found, manifest.files().size()));
                return Map.of("backup", found, "files", manifest.files().size());
              });
    }
    return 0;
  }

  private static void requireWithin(Optional<Integer> hours, Instant created, Instant now) {
    if (hours.filter(most -> created.isBefore(now.minus(Duration.ofHours(most)))).isPresent()) {
      throw new OperationFailed(
          "The backup is of %s, which is more than %d hours ago."
              .formatted(created, hours.orElseThrow()));
    }
  }

  @Command(
      description = {
        "Lists the backups of a kind that are no longer kept, and with --delete deletes them. The",
        "newest is always kept."
      },
      mixinStandardHelpOptions = true)
  int retention(
      @Parameters(paramLabel = "KIND", description = "databases.") Kind kind,
      @Mixin Retention retention,
      @Option(names = "--delete", description = "Deletes them; without it nothing is deleted.")
          boolean delete,
      @Option(names = "--dry-run", description = "Deletes nothing, which is the default.")
          boolean dryRun) {
    if (delete && dryRun) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--delete and --dry-run contradict each other.");
    }
    BackupSettings settings = BackupSettings.from(environment);
    environment.finish();
    try (Place place = settings.place()) {
      Archives archives = settings.archives(place, kind.toString());
      reports(settings)
          .run(
              "backup-retention-" + kind,
              _ -> {
                List<String> all = archives.all();
                List<String> unneeded = retention.unneeded(all);
                for (String name : unneeded) {
                  if (delete) {
                    place.delete(kind + "/" + name);
                  }
                  say((delete ? "Deleted: " : "Would delete: ") + name);
                }
                say("Kept: %d of %d".formatted(all.size() - unneeded.size(), all.size()));
                return Map.of(delete ? "deleted" : "would_delete", unneeded);
              });
    }
    return 0;
  }

  private void show(List<DatabaseFigures> databases) {
    databases.forEach(database ->
        say(
            "%s: %,d rows in %d tables"
                .formatted(database.name(), database.rows(), database.tables().size())));
  }

  private LongConsumer progress() {
    return new Megabytes(this::say);
  }

  private Reports reports(BackupSettings settings) {
    return new Reports(settings.reports(), clock, this::say);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
