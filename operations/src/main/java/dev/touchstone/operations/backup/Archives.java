package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.backup.BackupReader;
import dev.touchstone.platformdata.backup.BackupWriter;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The backups of one kind at a place: encrypted archives, named by the moment that they show. Not
 * thread-safe.
 *
 * @param kind also the folder in which they are
 */
record Archives(Place place, Kind kind, Secret passphrase) {
  private static final String SUFFIX = ".tar.zst.gpg";

  /** What goes into an archive. */
  @FunctionalInterface
  interface Content {
    /** Writes it, and returns the figures of databases, if there are any. */
    List<DatabaseFigures> write(BackupWriter writer) throws IOException, SQLException;
  }

  /**
   * A new archive.
   *
   * @param databases what was counted, if it has databases
   */
  record Written(String name, List<DatabaseFigures> databases) {}

  /**
   * Writes an archive, which has its name when it is complete.
   *
   * @param moment what it shows
   * @param progress receives the bytes read so far
   */
  Written write(Instant moment, LongConsumer progress, Content content)
      throws IOException, SQLException {
    String name = names().of(moment);
    List<DatabaseFigures> figures;
    try (Place.Upload upload = place.begin(kind + "/" + name)) {
      try (BackupWriter writer =
          BackupWriter.to(upload.stream(), Optional.of(passphrase), progress)) {
        figures = content.write(writer);
        writer.finish(moment, figures);
      }
      upload.complete();
    }
    return new Written(name, figures);
  }

  /**
   * Reads an archive to its end, which checks every byte.
   *
   * @throws OperationFailed if it is of another moment than its name says
   */
  Manifest check(String name, LongConsumer progress) throws IOException {
    return named(
        name, BackupReader.check(place.open(kind + "/" + name), Optional.of(passphrase), progress));
  }

  /** The same, and writes its content into an empty folder. */
  Manifest extract(String name, Path target, LongConsumer progress) throws IOException {
    return named(
        name,
        BackupReader.extract(
            place.open(kind + "/" + name), Optional.of(passphrase), target, progress));
  }

  private Manifest named(String name, Manifest manifest) {
    names().require(name, manifest.createdAt());
    return manifest;
  }

  /** Their names. */
  BackupNames names() {
    return names(place, kind);
  }

  /** Their names, which need no passphrase. */
  static BackupNames names(Place place, Kind kind) {
    return new BackupNames(place, kind, SUFFIX);
  }
}
