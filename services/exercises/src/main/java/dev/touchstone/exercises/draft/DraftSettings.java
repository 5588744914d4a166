package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a draft that have fields of their own. In a change, null leaves a part as it is, and
 * a null in a map removes an entry.
 *
 * @param titles by locale
 * @param statements in Markdown, by locale
 * @param scoring whether parts of the points can be earned
 * @param checker the flags of the standard checker
 * @param groups by folder below {@code data}
 * @param starterCode by programming language
 * @param hints in Markdown by locale, in their order; a change replaces all
 * @param editorial in Markdown, by locale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftSettings(
    @Nullable String slug,
    @Nullable Map<String, @Nullable String> titles,
    @Nullable Map<String, @Nullable String> statements,
    @Nullable String category,
    @Nullable String difficultyLevel,
    @Nullable List<String> tags,
    @Nullable Integer points,
    @Nullable List<String> languages,
    @Nullable DraftLimits limits,
    @Nullable DraftFeedback feedback,
    @Nullable Boolean scoring,
    @Nullable List<String> checker,
    @Nullable Map<String, @Nullable DraftGroup> groups,
    @Nullable Map<String, @Nullable String> starterCode,
    @Nullable List<Map<String, String>> hints,
    @Nullable Map<String, @Nullable String> editorial,
    @Nullable DraftEditorialRule editorialRule) {
  /** A change of titles alone. */
  static DraftSettings ofTitles(Map<String, @Nullable String> titles) {
    return of(null, titles);
  }

  /** A change of the slug alone. */
  static DraftSettings ofSlug(String slug) {
    return of(slug, null);
  }

  /** No change. */
  static DraftSettings none() {
    return of(null, null);
  }

  private static DraftSettings of(
      @Nullable String slug, @Nullable Map<String, @Nullable String> titles) {
    return new DraftSettings(
        slug, titles, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }
}
