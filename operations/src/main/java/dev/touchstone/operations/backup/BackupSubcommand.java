package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.MasterSecret;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.DatabaseAddress;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.platformdata.object.S3Configuration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  DATABASE_URL, DATABASE_PASSWORD(_FILE), DATABASE_AUTHENTICATION  databases: the",
      "                       server, as a role that can read everything and write nothing",
      "  S3_BUCKET, S3_REGION, S3_PREFIX, … or TOUCHSTONE_DATA_DIR  objects: where they",
      "                       are, as the service exercises has it",
      "  STATE_FROM, STATE_REGION  state: s3://BUCKET and its region",
      "  KUBERNETES_URL, KUBERNETES_TOKEN(_FILE), KUBERNETES_AUTHORITY  manifests: the API,",
      "                       such as http://127.0.0.1:8001 of kubectl proxy; a token; and the",
      "                       file with the certificate of the cluster's authority",
      "",
      "Exit status: 0 done, 1 failed or damaged, 2 wrong arguments or settings."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BackupSubcommand implements Runnable {
  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private BackupSubcommand(Environment environment) {
    this.environment = environment;
  }

  /** The command with its subcommands; settings are read when one of them runs. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new BackupSubcommand(environment))
        .addSubcommand(new VerifyBackup(environment))
        .addSubcommand(new DeleteBackups(environment));
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
              description = "Checks the settings, the role and pg_dump, and writes nothing.")
          boolean dryRun)
      throws SQLException {
    BackupSettings settings = BackupSettings.from(environment);
    DatabaseAddress server = MasterSecret.address(environment);
    environment.finish();
    Output output = new Output(spec);
    Secret passphrase = settings.requirePassphrase();
    if (dryRun) {
      try (DatabasesBackup _ = new DatabasesBackup(server, programs.programs(), output::say);
          Place place = settings.place()) {
        output.say("The role can read everything and write nothing. A backup would go to " + place);
      }
      return 0;
    }
    return output.run(
        settings,
        "backup-databases",
        (place, started) -> {
          Archives archives = new Archives(place, Kind.DATABASES, passphrase);
          try (WorkFolder work = WorkFolder.in(settings.work());
              DatabasesBackup backup =
                  new DatabasesBackup(server, programs.programs(), output::say)) {
            Archives.Written written =
                archives.write(started, output.progress(), writer -> backup.write(writer, work));
            output.show(written.databases());
            return written(output, archives, written, "databases", written.databases());
          }
        });
  }

  @Command(
      description = {
        "Copies the objects of exercises that are not in the backup yet, and writes a list of all."
      },
      mixinStandardHelpOptions = true)
  int objects() {
    BackupSettings settings = BackupSettings.from(environment);
    SourceObjects objects = SourceObjects.from(environment);
    environment.finish();
    Output output = new Output(spec);
    return output.run(
        settings,
        "backup-objects",
        (place, started) -> {
          try (ObjectStore source = objects.open(false);
              ObjectStore content = settings.objects();
              WorkFolder work = WorkFolder.in(settings.work())) {
            ObjectsBackup.Result result =
                new ObjectsBackup(content, place).write(source, started, work, output.progress());
            output.say(
                "%,d objects, of which %,d were copied now"
                    .formatted(result.objects(), result.copied().objects()));
            output.say("Backup: %s%s/%s".formatted(place, Kind.OBJECTS, result.name()));
            return Map.of("backup", result.name(), "result", result);
          }
        });
  }

  @Command(
      description = {
        "Writes the current content of each key of the bucket with Terraform's state, and the id of its",
        "version, into an archive in another region."
      },
      mixinStandardHelpOptions = true)
  int state() {
    BackupSettings settings = BackupSettings.from(environment);
    Optional<S3Configuration> found =
        BackupSettings.bucket(environment, "STATE", environment.text("STATE_FROM"));
    if (found.isEmpty()) {
      environment.fault("STATE_FROM must have the form s3://BUCKET.");
    }
    environment.finish();
    S3Configuration source = found.orElseThrow();
    if (settings.bucket().filter(to -> to.region().equals(source.region())).isPresent()) {
      throw new ConfigurationException(
          "BACKUP_TO is in the region %s, as the state is. Choose a bucket in another region."
              .formatted(source.region()));
    }
    Output output = new Output(spec);
    Secret passphrase = settings.requirePassphrase();
    return output.run(
        settings,
        "backup-state",
        (place, started) -> {
          Archives archives = new Archives(place, Kind.STATE, passphrase);
          Map<String, String> versions = new TreeMap<>();
          try (StateBackup backup = new StateBackup(source)) {
            Archives.Written written =
                archives.write(
                    started,
                    output.progress(),
                    writer -> {
                      versions.putAll(backup.write(writer));
                      return List.of();
                    });
            output.say(versions.size() + " keys");
            return written(output, archives, written, "versions", versions);
          }
        });
  }

  @Command(
      description = {
        "Writes the manifests of all objects of a cluster into an archive, those of custom resources",
        "too: without status and what else the cluster writes itself, and without Secrets."
      },
      mixinStandardHelpOptions = true)
  int manifests() {
    BackupSettings settings = BackupSettings.from(environment);
    KubernetesApi.Access access = KubernetesApi.Access.from(environment);
    environment.finish();
    Output output = new Output(spec);
    Secret passphrase = settings.requirePassphrase();
    return output.run(
        settings,
        "backup-manifests",
        (place, started) -> {
          Archives archives = new Archives(place, Kind.MANIFESTS, passphrase);
          Map<String, Integer> counts = new TreeMap<>();
          List<String> unavailable = new ArrayList<>();
          try (KubernetesApi api = new KubernetesApi(access)) {
            Archives.Written written =
                archives.write(
                    started,
                    output.progress(),
                    writer -> {
                      counts.putAll(ManifestsBackup.write(api, writer, unavailable::add));
                      return List.of();
                    });
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            output.say(all + " objects");
            Map<String, ?> details = written(output, archives, written, "counts", counts);
            if (!unavailable.isEmpty()) {
              throw new OperationFailed(
                  "The backup has all but what these APIs have: " + String.join(" ", unavailable));
            }
            return details;
          }
        });
  }

  private static Map<String, ?> written(
      Output output, Archives archives, Archives.Written written, String what, Object details) {
    String name = "%s%s/%s".formatted(archives.place(), archives.kind(), written.name());
    output.say("Backup: " + name);
    return Map.of("backup", name, what, details);
  }
}
