package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.platformdata.backup.BackupWriter;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.standalone.backup.BackupFolder;
import dev.touchstone.standalone.backup.DataFolderBackup;
import dev.touchstone.standalone.backup.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup}: writes everything that must survive into one file. */
@Command(
    name = "backup",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Writes databases, test data and secrets into one file, while Touchstone runs or not.",
      "All databases are as they were at one moment; requests go on meanwhile. `restore` reads it."
    },
    footer = {
      "",
      "Exit status: 2 if the settings prevent a backup, 1 if it failed. A backup that failed or was",
      "killed leaves no file that looks like one."
    })
final class BackupCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      defaultValue = "${sys:touchstone.home:-.}/backups",
      description = "The folder for the backup. Default: ${DEFAULT-VALUE}.")
  private Path target;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Encrypts the backup with the passphrase in this file. `gpg -d` reads it, too.")
  private Optional<Path> passphraseFile = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Afterwards deletes all but the newest N backups of the folder.")
  private Optional<Integer> kept = Optional.empty();

  @Option(names = "--dry-run", description = "Only shows what would be deleted, and makes nothing.")
  private boolean dryRun;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = "${sys:touchstone.home:-.}/data",
      description = "The data folder of Touchstone. Default: ${DEFAULT-VALUE}.")
  private Path dataFolder;

  @Override
  public Integer call() throws IOException {
    Logging.startCommand();
    Path data = dataFolder.toAbsolutePath().normalize();
    if (kept.filter(n -> n < 1).isPresent()) {
      throw new ConfigurationException("--keep must be 1 or more.");
    }
    Optional<Secret> passphrase = passphraseFile.map(Passphrase::read);
    PostgresProcess.requireData(data);
    try (BackupFolder backups = BackupFolder.open(target.toAbsolutePath().normalize())) {
      if (!dryRun) {
        make(data, backups, passphrase);
      }
      clean(backups);
    }
    return 0;
  }

  private static void make(Path data, BackupFolder backups, Optional<Secret> passphrase)
      throws IOException {
    ProgressLine progress = new ProgressLine(System.out);
    Path partial = backups.begin();
    try {
      DataFolderBackup.Shown shown;
      try (OutputStream file = Files.newOutputStream(partial);
          BackupWriter writer =
              BackupWriter.to(file, passphrase, Megabytes.progress(progress, "Read"))) {
        shown = copy(data, writer);
      }
      Path backup = backups.complete(partial, shown.at(), passphrase.isPresent());
      progress.clear();
      System.out.printf("Backup: %s (%s)%n", backup, Megabytes.of(Files.size(backup)));
      System.out.println(counted(shown.databases()));
      if (passphrase.isEmpty()) {
        System.out.println(
            "It is not encrypted and has all secrets: keep it where only you can read it, or use --passphrase-file.");
      }
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static DataFolderBackup.Shown copy(Path data, BackupWriter writer) throws IOException {
    Optional<Integer> port = PostgresProcess.port(data.resolve(DataFolderBackup.DATABASE));
    try {
      if (port.isPresent()) {
        Secret password =
            new Secrets(data.resolve("secrets"))
                .find("database-superuser")
                .map(Secret::of)
                .orElseThrow(
                    () -> new ConfigurationException("The folder secrets of the data is missing."));
        return DataFolderBackup.whileRunning(
            data, new Server(port.get(), password, UpCommand.DATABASES), writer);
      }
      try (DataFolder _ = DataFolder.hold(data)) {
        return DataFolderBackup.whileStopped(data, writer, Clock.systemUTC());
      }
    } catch (SQLException e) {
      throw new IOException("The database refused the backup: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The backup was interrupted.", e);
    }
  }

  private void clean(BackupFolder backups) throws IOException {
    if (kept.isEmpty()) {
      return;
    }
    List<Path> old = backups.olderThanNewest(dryRun ? kept.get() - 1 : kept.get());
    for (Path backup : old) {
      if (!dryRun) {
        Files.delete(backup);
      }
      System.out.println((dryRun ? "Would delete: " : "Deleted: ") + backup);
    }
  }

  private static String counted(List<DatabaseFigures> databases) {
    return databases.isEmpty()
        ? "Touchstone did not run, so its rows were not counted."
        : databases.stream()
            .map(database ->
                "%s %,d rows in %d tables"
                    .formatted(database.name(), database.rows(), database.tables().size()))
            .collect(Collectors.joining(", ", "Databases: ", "."));
  }
}
