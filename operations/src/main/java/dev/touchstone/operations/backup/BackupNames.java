package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of the backups of one kind at a place, each by the moment that the backup shows.
 * Anybody who can write there can choose a name, so it is believed only as far as it can be. Not
 * thread-safe.
 *
 * @param suffix of all names
 */
record BackupNames(Place place, Kind kind, String suffix) {
  /** The name of the newest backup for those who don't choose. */
  static final String LATEST = "latest";

  /** How far the clocks of two machines may differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern MOMENT = Pattern.compile("[0-9]{8}T[0-9]{6}Z");

  /**
   * All of them, the oldest first.
   *
   * @throws OperationFailed if one can't be right: then nobody knows which are the newest
   */
  List<String> all(Instant now) throws IOException {
    List<String> all = written();
    List<String> wrong = all.stream().filter(name -> !isPossible(name, now)).toList();
    if (!wrong.isEmpty()) {
      throw new OperationFailed(
          "These names of %s are of no moment or of one to come: %s. Correct the clock, or remove them."
              .formatted(this, String.join(", ", wrong)));
    }
    return all;
  }

  /**
   * Finds one by its name or {@link #LATEST}. Those that can't be right are left aside: they must
   * not be in the way of a restore.
   *
   * @throws OperationFailed if there is none
   */
  String find(String name, Instant now) throws IOException {
    List<String> all = written().stream().filter(each -> isPossible(each, now)).toList();
    if (name.equals(LATEST) && !all.isEmpty()) {
      return all.getLast();
    }
    return all.stream()
        .filter(name::equals)
        .findFirst()
        .orElseThrow(() ->
            new OperationFailed(
                "There is no backup %s of %s. There is %s."
                    .formatted(name, this, all.isEmpty() ? "none" : String.join(", ", all))));
  }

  /**
   * Compares a name with the moment that the backup itself names, which nobody changes without the
   * passphrase.
   *
   * @throws OperationFailed if they differ
   */
  void require(String name, Instant createdAt) {
    if (!name.equals(of(createdAt))) {
      throw new OperationFailed(
          "The backup %s is of %s: somebody gave it another name.".formatted(name, createdAt));
    }
  }

  /** The name of the backup of a moment. */
  String of(Instant moment) {
    return of(moment, suffix);
  }

  /** The name of the file of a moment. */
  static String of(Instant moment, String suffix) {
    return FORMAT.format(moment) + suffix;
  }

  /** The moment that a name shows. */
  static Instant moment(String name) {
    return FORMAT.parse(name.substring(0, name.indexOf('.')), Instant::from);
  }

  private List<String> written() throws IOException {
    Pattern form = Pattern.compile(MOMENT.pattern() + Pattern.quote(suffix));
    return place.list(kind.toString()).stream()
        .filter(name -> form.matcher(name).matches())
        .toList();
  }

  /** A clock that was wrong must not make a backup the newest for a year. */
  static boolean isPossible(String name, Instant now) {
    try {
      return !isAhead(moment(name), now);
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** Whether a moment is to come, by more than clocks differ. */
  static boolean isAhead(Instant moment, Instant now) {
    return moment.isAfter(now.plus(AHEAD));
  }

  @Override
  public String toString() {
    return kind + " in " + place;
  }
}
