package dev.touchstone.operations.backup;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.object.FolderObjectStore;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.platformdata.object.S3Configuration;
import dev.touchstone.platformdata.object.S3ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What all commands of backups read from the environment. Immutable.
 *
 * @param to the folder or bucket for backups, as given
 * @param bucket the bucket, if it is one
 * @param passphrase of archives
 * @param work the folder for what is not complete yet
 * @param reports the folder for reports
 */
record BackupSettings(
    String to,
    Optional<S3Configuration> bucket,
    Optional<Secret> passphrase,
    Path work,
    Path reports) {
  private static final String PASSPHRASE = "BACKUP_PASSPHRASE";
  private static final String S3 = "s3://";

  /** What is meant as an address must not become a folder of that name. */
  private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private static final int SHORTEST = 12;

  /** Reads them; the caller calls {@link Environment#finish} before it uses them. */
  static BackupSettings from(Environment environment) {
    environment.knownElsewhere("TOUCHSTONE_DATA_DIR"); // of some commands
    String to = environment.text("BACKUP_TO");
    Optional<Secret> passphrase = environment.optionalSecret(PASSPHRASE);
    if (ADDRESS.matcher(to).matches() && !to.startsWith(S3)) {
      environment.fault("BACKUP_TO must be a folder or have the form s3://BUCKET/PREFIX.");
    }
    if (passphrase.filter(secret -> secret.reveal().length() < SHORTEST).isPresent()) {
      environment.fault(PASSPHRASE + " must have " + SHORTEST + " characters or more.");
    }
    return new BackupSettings(
        to,
        bucket(environment, "BACKUP", to),
        passphrase,
        environment
            .optionalPath("BACKUP_WORK")
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))),
        environment
            .optionalPath("TOUCHSTONE_REPORTS")
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".touchstone", "reports")));
  }

  /**
   * Reads the bucket of an address of the form {@code s3://BUCKET/PREFIX}; empty for others.
   *
   * @param prefix of the settings {@code _REGION} and {@code _ENDPOINT}
   */
  static Optional<S3Configuration> bucket(Environment environment, String prefix, String address) {
    Optional<String> region = environment.optionalText(prefix + "_REGION");
    Optional<URI> endpoint = environment.optionalUri(prefix + "_ENDPOINT");
    if (!address.startsWith(S3)) {
      return Optional.empty();
    }
    String[] parts = address.substring(S3.length()).split("/", 2);
    String folder = parts.length == 2 ? parts[1].replaceFirst("/*$", "") : "";
    if (parts[0].isEmpty()) {
      environment.fault(address + " names no bucket; the form is s3://BUCKET/PREFIX.");
    }
    return Optional.of(
        new S3Configuration(
            parts[0],
            region.orElseGet(() -> environment.text("AWS_REGION")),
            endpoint,
            folder.isEmpty() ? "" : folder + "/",
            Optional.empty()));
  }

  /** Opens the place for backups; it connects at the first call. */
  Place place() {
    return bucket.<Place>map(S3Place::new).orElseGet(() -> new FolderPlace(Path.of(to)));
  }

  /** Opens the copies of objects at the place. */
  ObjectStore objects() throws IOException {
    String folder = Kind.OBJECTS + "/content";
    if (bucket.isEmpty()) {
      return new FolderObjectStore(Path.of(to).resolve(folder));
    }
    S3Configuration all = bucket.get();
    return new S3ObjectStore(
        new S3Configuration(
            all.bucket(),
            all.region(),
            all.endpoint(),
            all.prefix() + folder + "/",
            all.credentials()));
  }

  /**
   * The passphrase of archives.
   *
   * @throws ConfigurationException if there is none
   */
  Secret requirePassphrase() {
    return passphrase.orElseThrow(() ->
        new ConfigurationException(
            "%1$s is not set, and backups are encrypted. Set it, or %1$s_FILE to a file with it."
                .formatted(PASSPHRASE)));
  }
}
