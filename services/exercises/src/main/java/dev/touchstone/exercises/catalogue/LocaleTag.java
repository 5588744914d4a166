package dev.touchstone.exercises.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The language that a reader asked for.
 *
 * @param tag such as {@code vi} or {@code pt-BR}
 * @param language the first part of the tag
 */
record LocaleTag(String tag, String language) {
  private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  static final LocaleTag ENGLISH = new LocaleTag("en", "en");

  /** The locales to look for, the best one first. */
  List<String> preferred() {
    return List.of(tag, language);
  }

  static Optional<LocaleTag> of(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new LocaleTag(text, text.split("-", 2)[0]))
        : Optional.empty();
  }
}
