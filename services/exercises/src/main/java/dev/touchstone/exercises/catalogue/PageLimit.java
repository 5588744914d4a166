package dev.touchstone.exercises.catalogue;

import dev.touchstone.platform.http.Violations;
import java.util.Optional;

/** How many items a page of a list has. */
public final class PageLimit {
  private static final int DEFAULT = 50;
  private static final int LARGEST = 200;

  private PageLimit() {}

  /** Reads {@code limit}; what is no such number becomes a fault. */
  public static int of(Optional<String> text, Violations violations) {
    int limit = text.map(PageLimit::number).orElse(DEFAULT);
    violations.check(
        limit >= 1 && limit <= LARGEST,
        "limit",
        "out_of_range",
        "Use a number from 1 to " + LARGEST + ".");
    return limit;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
