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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * The backups of one kind at a place: encrypted archives, named by the moment that they show. Not
 * thread-safe.
 *
 * @param kind also the folder in which they are
 */
record Archives(Place place, Kind kind, Secret passphrase) {
  /** The name of the newest backup for those who don't choose. */
  static final String LATEST = "latest";

  private static final String SUFFIX = ".tar.zst.gpg";
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z" + Pattern.quote(SUFFIX));

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
    String name = name(moment, SUFFIX);
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

  /** Reads an archive to its end, which checks every byte. */
  Manifest check(String name, LongConsumer progress) throws IOException {
    return BackupReader.check(place.open(kind + "/" + name), Optional.of(passphrase), progress);
  }

  /** The same, and writes its content into an empty folder. */
  Manifest extract(String name, Path target, LongConsumer progress) throws IOException {
    return BackupReader.extract(
        place.open(kind + "/" + name), Optional.of(passphrase), target, progress);
  }

  /** The names of all archives, the oldest first. */
  List<String> all() throws IOException {
    return place.list(kind.toString()).stream()
        .filter(name -> NAME.matcher(name).matches())
        .toList();
  }

  /**
   * Finds one by its name or {@link #LATEST}.
   *
   * @throws OperationFailed if there is none
   */
  String find(String name) throws IOException {
    return choose(all(), name, kind + " in " + place);
  }

  /**
   * Chooses one of the names of backups, the oldest first.
   *
   * @param of what and where they are, for the message
   * @throws OperationFailed if there is none
   */
  static String choose(List<String> all, String name, String of) {
    if (name.equals(LATEST) && !all.isEmpty()) {
      return all.getLast();
    }
    return all.stream()
        .filter(name::equals)
        .findFirst()
        .orElseThrow(() ->
            new OperationFailed(
                "There is no backup %s of %s. There is %s."
                    .formatted(name, of, all.isEmpty() ? "none" : String.join(", ", all))));
  }

  /** The name of a backup of a moment. */
  static String name(Instant moment, String suffix) {
    return FORMAT.format(moment) + suffix;
  }

  /** The moment that a name shows. */
  static Instant moment(String name) {
    return FORMAT.parse(name.substring(0, name.indexOf('.')), Instant::from);
  }
}
