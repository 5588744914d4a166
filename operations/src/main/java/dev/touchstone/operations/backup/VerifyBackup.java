package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.backup.Manifest;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup verify}: reads a backup as a restore would. */
@Command(
    name = "verify",
    description = {
      "Reads a backup to its end, decrypts it, and compares every file with the manifest.",
      "Writes nothing."
    },
    mixinStandardHelpOptions = true)
final class VerifyBackup implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.DATABASES;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      defaultValue = BackupNames.LATEST,
      description = "The name of the backup. Default: ${DEFAULT-VALUE}.")
  private String name = BackupNames.LATEST;

  @Option(
      names = "--within",
      paramLabel = "HOURS",
      description = "Fails if the backup is older than that.")
  private Optional<Integer> within = Optional.empty();

  private static final long MEGABYTE = 1_000_000;

  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  VerifyBackup(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    BackupSettings settings = BackupSettings.from(environment);
    environment.finish();
    Output output = new Output(spec);
    return output.run(
        settings,
        "backup-verify-" + kind,
        (place, started) ->
            kind == Kind.OBJECTS
                ? objects(settings, place, output, started)
                : archive(
                    new Archives(place, kind, settings.requirePassphrase()), output, started));
  }

  private Map<String, ?> archive(Archives archives, Output output, Instant now) throws IOException {
    String found = archives.names().find(name, now);
    Manifest manifest = archives.check(found, output.progress());
    output.show(manifest.databases());
    requireWithin(manifest.createdAt(), now);
    output.say(
        "The backup %s is whole: %,d files with %,d MB, which a restore writes to the disk."
            .formatted(
                found,
                manifest.files().size(),
                manifest.files().stream().mapToLong(Manifest.Entry::size).sum() / MEGABYTE));
    return Map.of("backup", found, "files", manifest.files().size());
  }

  private Map<String, ?> objects(BackupSettings settings, Place place, Output output, Instant now)
      throws IOException {
    try (ObjectStore content = settings.objects()) {
      ObjectsBackup backup = new ObjectsBackup(content, place);
      ObjectsBackup.Listing listing = backup.find(name, now);
      long bytes = backup.check(listing, output.progress());
      requireWithin(listing.createdAt(), now);
      output.say(
          "The backup of %s is whole: %,d objects."
              .formatted(listing.createdAt(), listing.objects().size()));
      return Map.of("objects", listing.objects().size(), "bytes", bytes);
    }
  }

  private void requireWithin(Instant created, Instant now) {
    if (BackupNames.isAhead(created, now)) {
      throw new OperationFailed(
          "The backup is of %s, which is to come. Check the clocks.".formatted(created));
    }
    if (within.filter(most -> created.isBefore(now.minus(Duration.ofHours(most)))).isPresent()) {
      throw new OperationFailed(
          "The backup is of %s, which is more than %d hours ago."
              .formatted(created, within.orElseThrow()));
    }
  }
}
