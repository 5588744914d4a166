package dev.touchstone.usermanagement.user;

import java.util.Set;

/** The languages of the interface. */
public final class Locales {
  /** The language of an account that chose none. */
  public static final String DEFAULT = "en";

  private static final Set<String> KNOWN = Set.of("en", "vi");

  private Locales() {}

  /** All of them. */
  public static Set<String> all() {
    return KNOWN;
  }

  /** Whether the interface exists in the language. */
  public static boolean isKnown(String locale) {
    return KNOWN.contains(locale);
  }
}
