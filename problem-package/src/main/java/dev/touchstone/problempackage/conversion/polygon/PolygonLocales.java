package dev.touchstone.problempackage.conversion.polygon;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The locales of the languages that Polygon names in English, such as {@code tatar}. */
final class PolygonLocales {
  private static final Map<String, String> BY_NAME = byName();

  private PolygonLocales() {}

  /** The locale; empty if the name is not that of a language. */
  static Optional<String> of(String language) {
    return Optional.ofNullable(BY_NAME.get(language.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> byName() {
    Map<String, String> locales = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      String name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
      locales.putIfAbsent(name, code);
    }
    // Polygon's own words.
    locales.put("farsi", "fa");
    locales.put("moldavian", "ro");
    locales.put("brazilian", "pt-BR");
    return Collections.unmodifiableMap(locales);
  }
}
