package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.files.Deletion;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.platformdata.backup.BackupException;
import dev.touchstone.platformdata.backup.BackupReader;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.standalone.backup.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: makes a data folder of a backup. */
@Command(
    name = "restore",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new data folder of a backup, starts its databases and compares every table with what",
      "was counted when the backup was made. Only then does the folder get its name."
    },
    footer = {
      "",
      "Exit status: 2 if the settings prevent it, 1 if the backup is damaged or differs."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BACKUP", description = "The file of the backup.")
  private Path backup;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "The file with the passphrase of an encrypted backup.")
  private Optional<Path> passphraseFile = Optional.empty();

  @Option(names = "--check", description = "Only reads the backup to its end; writes nothing.")
  private boolean checkOnly;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = "${sys:touchstone.home:-.}/data",
      description =
          "The data folder to make, which must be missing or empty. Default: ${DEFAULT-VALUE}.")
  private Path dataFolder;

  @Override
  public Integer call() throws IOException {
    Optional<Secret> passphrase = passphrase();
    Path log = Files.createTempDirectory("touchstone-restore-"); // outlives a restore that failed
    LogFile.begin(log);
    Logging.start();
    try {
      int status = checkOnly ? check(passphrase) : restore(passphrase);
      if (status == 0) {
        Deletion.delete(log);
      }
      return status;
    } catch (BackupException e) {
      System.err.println("touchstone: " + e.getMessage());
      return 1;
    }
  }

  private Optional<Secret> passphrase() throws IOException {
    if (!Files.isReadable(backup) || !Files.isRegularFile(backup)) {
      throw new ConfigurationException("There is no readable file " + backup + ".");
    }
    if (!BackupReader.isEncrypted(backup)) {
      return Optional.empty();
    }
    if (passphraseFile.isEmpty()) {
      throw new ConfigurationException(
          "%s is encrypted, or not a backup of Touchstone. Name the file with its passphrase: --passphrase-file FILE"
              .formatted(backup));
    }
    return passphraseFile.map(Passphrase::read);
  }

  private int check(Optional<Secret> passphrase) throws IOException {
    ProgressLine progress = new ProgressLine(System.out);
    Manifest manifest =
        BackupReader.check(
            Files.newInputStream(backup), passphrase, Megabytes.progress(progress, "Checked"));
    progress.clear();
    System.out.printf(
        "The backup of %s is whole: %,d files.%n", manifest.createdAt(), manifest.files().size());
    return 0;
  }

  private int restore(Optional<Secret> passphrase) throws IOException {
    Path folder = dataFolder.toAbsolutePath().normalize();
    requireEmpty(folder);
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".restoring");
    Deletion.delete(unfinished); // of a restore that was killed
    Files.createDirectories(Objects.requireNonNull(folder.getParent()));
    Files.createDirectory(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ProgressLine progress = new ProgressLine(System.out);
    boolean fine = false;
    try {
      Manifest manifest =
          BackupReader.extract(
              Files.newInputStream(backup),
              passphrase,
              unfinished,
              Megabytes.progress(progress, "Written"));
      progress.show("Starting the databases");
      List<String> differences = compare(unfinished, manifest.databases());
      progress.clear();
      if (!differences.isEmpty()) {
        differences.forEach(line -> System.err.println("touchstone: " + line));
        return 1;
      }
      sync(unfinished);
      Files.deleteIfExists(folder);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      fine = true;
      System.out.printf(
          "Restored %s as of %s. Start it: ./touchstone up --data-dir %s%n",
          folder, manifest.createdAt(), folder);
      return 0;
    } finally {
      if (!fine) {
        Deletion.delete(unfinished);
      }
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (Files.exists(folder)) {
        throw new ConfigurationException(folder + " is not a folder. Choose another.");
      }
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new ConfigurationException(
            "The folder %s is not empty, and nothing is overwritten. Move it away, or choose another with --data-dir."
                .formatted(folder));
      }
    }
  }

  /** What is not as it was when the backup was made. The databases recover, and are stopped. */
  private static List<String> compare(Path folder, List<DatabaseFigures> expected) {
    try (DataFolder data = DataFolder.open(folder);
        FreePorts ports = new FreePorts()) {
      EmbeddedDatabase.Settings settings =
          EmbeddedDatabase.Settings.in(data, ports.next(), UpCommand.DATABASES);
      try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
        Server server =
            new Server(
                settings.port(),
                Secret.of(settings.secrets().obtain("database-superuser")),
                UpCommand.DATABASES);
        return DatabaseFigures.differences(expected, server.figures());
      }
    } catch (SQLException e) {
      return List.of("A restored database can't be read: " + e.getMessage());
    }
  }

  /** So that a power failure after the renaming finds everything in place. */
  private static void sync(Path folder) throws IOException {
    Process process =
        new ProcessBuilder("sync", "--file-system", folder.toString()).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("The restored files could not be written to the disk.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The restore was interrupted.", e);
    }
  }
}
