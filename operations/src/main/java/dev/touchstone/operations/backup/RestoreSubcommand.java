package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.MasterSecret;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.database.DatabaseAddress;
import dev.touchstone.platformdata.object.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
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
      "  DATABASE_URL         databases: the server for the new ones, as for the command",
      "                       databases: of a user that may create roles and databases",
      "  DATABASE_PASSWORD(_FILE), DATABASE_SECRET  likewise",
      "  S3_BUCKET, … or TOUCHSTONE_DATA_DIR  objects: where they go, as the service",
      "                       exercises has it",
      "  BACKUP_…, TOUCHSTONE_REPORTS  as for backup; BACKUP_WORK needs room for the dumps of all",
      "                       databases, uncompressed",
      "",
      "Exit status: 0 restored and equal, 1 failed or different, 2 wrong arguments or settings."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class RestoreSubcommand implements Runnable {
  private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_]{0,30}");
  private static final String NAME = "NAME";
  private static final String WHICH = "The name of the backup. Default: ${DEFAULT-VALUE}.";
  private static final String CONTENT = "content";
  private static final String BACKUP = "backup";

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
      @Parameters(paramLabel = NAME, defaultValue = BackupNames.LATEST, description = WHICH)
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
    Output output = new Output(spec);
    Secret passphrase = settings.requirePassphrase();
    return output.run(
        settings,
        "restore-databases",
        (place, started) -> {
          Archives archives = new Archives(place, Kind.DATABASES, passphrase);
          try (WorkFolder work = WorkFolder.in(settings.work())) {
            DatabasesRestore restore =
                new DatabasesRestore(master, programs.programs(), output::say);
            restore.check();
            Path content = work.folder(CONTENT);
            String found = archives.names().find(name, started);
            output.say("Reading " + found);
            Manifest manifest = archives.extract(found, content, output.progress());
            output.say("It shows the databases of " + manifest.createdAt());
            restore.run(manifest, content, suffix);
            return Map.of(
                BACKUP,
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

  @Command(
      description = "Copies the objects of a backup that the service exercises does not have.",
      mixinStandardHelpOptions = true)
  int objects(
      @Parameters(paramLabel = NAME, defaultValue = BackupNames.LATEST, description = WHICH)
          String name) {
    BackupSettings settings = BackupSettings.from(environment);
    SourceObjects objects = SourceObjects.from(environment);
    environment.finish();
    Output output = new Output(spec);
    return output.run(
        settings,
        "restore-objects",
        (place, started) -> {
          try (ObjectStore target = objects.open(true);
              ObjectStore content = settings.objects();
              WorkFolder work = WorkFolder.in(settings.work())) {
            ObjectsBackup backup = new ObjectsBackup(content, place);
            ObjectsBackup.Listing listing = backup.find(name, started);
            ObjectsBackup.Copied copied = backup.restore(listing, target, work, output.progress());
            output.say(
                "%,d objects of %s, of which %,d were missing"
                    .formatted(listing.objects().size(), listing.createdAt(), copied.objects()));
            return Map.of("created_at", listing.createdAt(), "copied", copied);
          }
        });
  }

  @Command(
      description = "Writes the files of a backup of the state or of manifests into a new folder.",
      mixinStandardHelpOptions = true)
  int files(
      @Parameters(paramLabel = "KIND", description = "state or manifests.") Kind kind,
      @Parameters(paramLabel = NAME, defaultValue = BackupNames.LATEST, description = WHICH)
          String name,
      @Option(
              names = "--to",
              paramLabel = "FOLDER",
              required = true,
              description = "Must not exist.")
          Path target) {
    BackupSettings settings = BackupSettings.from(environment);
    environment.finish();
    Output output = new Output(spec);
    Secret passphrase = settings.requirePassphrase();
    return output.run(
        settings,
        "restore-" + kind,
        (place, started) -> {
          Archives archives = new Archives(place, kind, passphrase);
          Path folder = target.toAbsolutePath().normalize();
          if (Files.exists(folder)) {
            throw new OperationFailed(folder + " exists, and nothing is overwritten.");
          }
          try (WorkFolder work = WorkFolder.in(Objects.requireNonNull(folder.getParent()))) {
            Path content = work.folder(CONTENT);
            String found = archives.names().find(name, started);
            Manifest manifest = archives.extract(found, content, output.progress());
            Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
            output.say(
                "%,d files of %s in %s"
                    .formatted(manifest.files().size(), manifest.createdAt(), folder));
            return Map.of(BACKUP, found, "folder", folder.toString());
          }
        });
  }
}
