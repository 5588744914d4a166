package dev.touchstone.exercises.draft;

import dev.touchstone.platform.http.Violations;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.Guidance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses changes that could not even be stored; the rest is for checking the whole draft. */
final class SettingsCheck {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int MOST = 100;
  private static final int MOST_HINTS = 20;
  private static final int LONGEST_HINT = 64 * 1024;
  private static final int MOST_ATTEMPTS = 1000;

  private SettingsCheck() {}

  /**
   * Checks a change.
   *
   * @throws dev.touchstone.platform.http.ProblemException 400 {@code invalid_request}
   */
  static void check(DraftSettings change, FormatVersion version) {
    Violations violations = new Violations();
    names(violations, "slug", change.slug() == null ? List.of() : List.of(change.slug()));
    names(
        violations, "category", change.category() == null ? List.of() : List.of(change.category()));
    names(violations, "tags", orEmpty(change.tags()));
    names(violations, "languages", orEmpty(change.languages()));
    names(violations, "checker", orEmpty(change.checker()));
    texts(violations, "titles", change.titles(), SettingsFiles.LOCALE, LONGEST_NAME);
    texts(violations, "statements", change.statements(), SettingsFiles.LOCALE, LONGEST_TEXT);
    texts(violations, "starter_code", change.starterCode(), SettingsFiles.LANGUAGE, LONGEST_TEXT);
    texts(violations, "editorial", change.editorial(), SettingsFiles.LOCALE, LONGEST_TEXT);
    hints(violations, orEmpty(change.hints()));
    rule(violations, change.editorialRule());
    Map<String, @Nullable DraftGroup> groups = orEmpty(change.groups());
    keys(violations, "groups", groups.keySet(), SettingsFiles.GROUP);
    violations
        .check(
            change.difficultyLevel() == null
                || Set.of("easy", "medium", "hard").contains(change.difficultyLevel()),
            "difficulty_level",
            "difficulty_unknown",
            "Use easy, medium or hard.")
        .check(
            groups.isEmpty() || version != FormatVersion.LEGACY,
            "groups",
            "format_legacy",
            "Groups of the legacy format are edited as files.")
        .finish();
  }

  private static void hints(Violations violations, List<Map<String, String>> hints) {
    violations.check(
        hints.size() <= MOST_HINTS
            && hints.stream().allMatch(hint -> hint != null && !hint.isEmpty()),
        "hints",
        "too_many",
        "Send at most " + MOST_HINTS + " hints, each with a text.");
    for (Map<String, String> hint : hints) {
      if (hint != null) { // JSON may have null anywhere
        Map<String, @Nullable String> texts = new HashMap<>(hint);
        texts(violations, "hints", texts, SettingsFiles.LOCALE, LONGEST_HINT);
        violations.check(
            texts.values().stream().allMatch(Objects::nonNull),
            "hints",
            "required",
            "Leave a language out if the hint has no text in it.");
      }
    }
  }

  private static void rule(Violations violations, @Nullable DraftEditorialRule rule) {
    if (rule == null) {
      return;
    }
    violations
        .check(
            rule.visible() == null || Guidance.Visible.of(rule.visible()).isPresent(),
            "editorial_rule",
            "invalid",
            "Use always, after_solved, after_attempts or never.")
        .check(
            rule.attempts() == null || (rule.attempts() >= 1 && rule.attempts() <= MOST_ATTEMPTS),
            "editorial_rule",
            "out_of_range",
            "Use a number of attempts from 1 to " + MOST_ATTEMPTS + ".");
  }

  private static void names(Violations violations, String field, Collection<String> names) {
    violations.check(
        names.size() <= MOST
            && names.stream()
                .allMatch(name ->
                    name != null // JSON may have it anywhere
                        && name.length() <= LONGEST_NAME
                        && StorableText.isStorable(name)),
        field,
        "invalid_text",
        "Send at most " + MOST + " texts of at most " + LONGEST_NAME + " characters without NUL.");
  }

  private static void texts(
      Violations violations,
      String field,
      @Nullable Map<String, @Nullable String> texts,
      Pattern key,
      int longest) {
    Map<String, @Nullable String> given = orEmpty(texts);
    keys(violations, field, given.keySet(), key);
    violations.check(
        given.values().stream()
            .filter(Objects::nonNull)
            .allMatch(text -> text.length() <= longest && StorableText.isStorable(text)),
        field,
        "invalid_text",
        "Send texts of at most " + longest + " characters without NUL.");
  }

  private static void keys(
      Violations violations, String field, Collection<String> keys, Pattern key) {
    violations.check(
        keys.size() <= MOST && keys.stream().allMatch(name -> key.matcher(name).matches()),
        field,
        "invalid_key",
        "Use at most " + MOST + " keys of the form " + key.pattern() + ".");
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T extends @Nullable Object> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }
}
