package dev.touchstone.platformdata.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup contains. It is the last entry, so a backup that was cut off has none.
 *
 * @param format raised when older versions can't read it
 * @param createdAt the moment that the backup shows, at which all databases were held
 * @param databases their figures; none if the platform did not run, so that nobody could count
 * @param files all other entries, in their order
 */
public record Manifest(
    int format, Instant createdAt, List<DatabaseFigures> databases, List<Entry> files) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  public Manifest {
    databases = List.copyOf(databases);
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param name its path below the data folder, with slashes
   * @param size in bytes
   * @param sha256 of its content, in hexadecimal digits
   */
  public record Entry(String name, long size, String sha256) {}
}
