package dev.touchstone.exercises.catalogue;

import dev.touchstone.platform.http.Violations;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The language that a reader asked for.
 *
 * @param tag such as {@code vi} or {@code pt-BR}
 * @param language the first part of the tag
 */
public record LocaleTag(String tag, String language) {
  private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  /** The language where none is asked for. */
  public static final LocaleTag ENGLISH = new LocaleTag("en", "en");

  /** The locales to look for, the best one first. */
  public List<String> preferred() {
    return List.of(tag, language);
  }

  /**
   * Reads a parameter of a request.
   *
   * @throws dev.touchstone.platform.http.ProblemException 400 {@code invalid_request}
   */
  public static LocaleTag parameter(Optional<String> text) {
    Optional<LocaleTag> locale = text.flatMap(LocaleTag::of);
    new Violations()
        .check(
            text.isEmpty() || locale.isPresent(),
            "locale",
            "locale_invalid",
            "Use a language such as vi, en or pt-BR.")
        .finish();
    return locale.orElse(ENGLISH);
  }

  static Optional<LocaleTag> of(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new LocaleTag(text, text.split("-", 2)[0]))
        : Optional.empty();
  }
}
