package dev.touchstone.operations.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language of the page, with its forms of times and numbers. */
enum Language {
  VI(
      "vi",
      "Tiếng Việt",
      "HH:mm, d/M/uuuu '(giờ Việt Nam)'",
      ZoneOffset.ofHours(7),
      "d/M/uuuu",
      "%d,%02d"),
  EN("en", "English", "d MMM uuuu, HH:mm 'UTC'", ZoneOffset.UTC, "d MMM uuuu", "%d.%02d");

  /** Hundredths of a per cent in a whole. */
  private static final long WHOLE = 10_000;

  private final String code;
  private final String ownName;
  private final DateTimeFormatter time;
  private final DateTimeFormatter date;
  private final String percent;

  Language(String code, String ownName, String time, ZoneOffset zone, String date, String percent) {
    this.code = code;
    this.ownName = ownName;
    this.time = DateTimeFormatter.ofPattern(time, Locale.ENGLISH).withZone(zone);
    this.date = DateTimeFormatter.ofPattern(date, Locale.ENGLISH);
    this.percent = percent;
  }

  /** As in HTML. */
  String code() {
    return code;
  }

  String ownName() {
    return ownName;
  }

  /** As people of the language read their clocks. */
  String time(Instant instant) {
    return time.format(instant);
  }

  String date(LocalDate day) {
    return date.format(day);
  }

  /** Rounded down: less than all is never shown as 100. */
  String percent(long part, long all) {
    long hundredths = part * WHOLE / all;
    return percent.formatted(hundredths / 100, hundredths % 100) + " %";
  }

  /** One of two texts. */
  String choose(String english, String vietnamese) {
    return this == EN ? english : vietnamese;
  }
}
