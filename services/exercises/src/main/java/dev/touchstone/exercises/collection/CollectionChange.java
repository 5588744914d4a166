package dev.touchstone.exercises.collection;

import dev.touchstone.platform.http.Violations;
import dev.touchstone.platformdata.database.StorableText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an author says about a collection: all of it, so that what is left out is empty.
 *
 * @param titles by locale, at least one
 * @param descriptions plain text, by locale
 * @param exerciseIds in their order
 * @param isActive whether learners see it
 */
record CollectionChange(
    @Nullable Map<String, @Nullable String> titles,
    @Nullable Map<String, @Nullable String> descriptions,
    @Nullable List<@Nullable Long> exerciseIds,
    @Nullable Boolean isActive) {
  static final int MOST_EXERCISES = 200;
  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int MOST_LOCALES = 20;

  /** A change that can be stored. */
  record Checked(
      Map<String, String> titles,
      Map<String, String> descriptions,
      List<Long> exerciseIds,
      boolean isActive) {}

  /**
   * Checks everything that needs no look into the database.
   *
   * @throws dev.touchstone.platform.http.ProblemException 400 {@code invalid_request}
   */
  Checked checked() {
    Map<String, String> givenTitles = filled(titles);
    Map<String, String> givenDescriptions = filled(descriptions);
    List<@Nullable Long> given = Objects.requireNonNullElse(exerciseIds, List.of());
    List<Long> ids = given.stream().filter(Objects::nonNull).toList();
    Violations violations = new Violations();
    texts(violations, "titles", givenTitles, LONGEST_TITLE);
    texts(violations, "descriptions", givenDescriptions, LONGEST_DESCRIPTION);
    violations
        .check(!givenTitles.isEmpty(), "titles", "required", "Send a title in some language.")
        .check(
            ids.size() <= MOST_EXERCISES,
            "exercise_ids",
            "too_many",
            "A collection has at most " + MOST_EXERCISES + " exercises.")
        .check(
            ids.size() == given.size() && Set.copyOf(ids).size() == ids.size(),
            "exercise_ids",
            "duplicate",
            "Name each exercise once.")
        .check(isActive != null, "is_active", "required", "Use true or false.")
        .finish();
    return new Checked(givenTitles, givenDescriptions, ids, Boolean.TRUE.equals(isActive));
  }

  private static Map<String, String> filled(@Nullable Map<String, @Nullable String> texts) {
    Map<String, String> filled = new TreeMap<>();
    if (texts != null) {
      texts.forEach((locale, text) -> {
        if (text != null && !text.isBlank()) {
          filled.put(locale, text.strip());
        }
      });
    }
    return filled;
  }

  private static void texts(
      Violations violations, String field, Map<String, String> texts, int longest) {
    violations
        .check(
            texts.size() <= MOST_LOCALES
                && texts.keySet().stream().allMatch(locale -> LOCALE.matcher(locale).matches()),
            field,
            "invalid_key",
            "Use at most " + MOST_LOCALES + " languages such as vi, en or pt-BR.")
        .check(
            texts.values().stream()
                .allMatch(text -> text.length() <= longest && StorableText.isStorable(text)),
            field,
            "invalid_text",
            "Send texts of at most " + longest + " characters without NUL.");
  }
}
