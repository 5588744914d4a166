package dev.touchstone.platformdata.database;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times that PostgreSQL can store: Java's reach a billion years further. */
public final class StorableTime {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private StorableTime() {}

  /**
   * Reads a time such as {@code 2026-11-28T20:00:00Z} of the years 1 to 9999.
   *
   * @throws DateTimeParseException if it is another text
   */
  public static Instant parse(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new DateTimeParseException("The year is not between 1 and 9999.", text, 0);
    }
    return time;
  }
}
