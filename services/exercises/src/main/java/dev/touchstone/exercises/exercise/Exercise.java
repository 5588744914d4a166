package dev.touchstone.exercises.exercise;

import dev.touchstone.platformdata.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An exercise at its current revision, as learners may see it.
 *
 * @param revision counts from one
 * @param locale the language of title and description, shown if the asked one is missing
 * @param translations the other languages
 * @param languages programming languages allowed, empty for all of the platform
 * @param hintCount how many hints there are
 * @param hasEditorial whether learners may ever see one
 * @param samples the tests that learners may see
 * @param starterCode the editor's first text by programming language
 * @param isActive whether learners see it
 */
public record Exercise(
    long id,
    int revision,
    String slug,
    String locale,
    String title,
    String description,
    @JsonColumn Map<String, Translation> translations,
    String category,
    String difficultyLevel,
    List<String> tags,
    int points,
    List<String> languages,
    @JsonColumn StoredLimits limits,
    @JsonColumn Map<String, String> starterCode,
    int hintCount,
    boolean hasEditorial,
    @JsonColumn List<StoredCase> samples,
    boolean isActive,
    Instant createdAt,
    Instant updatedAt) {
  /** Copies the collections. */
  public Exercise {
    translations = Map.copyOf(translations);
    tags = List.copyOf(tags);
    languages = List.copyOf(languages);
    starterCode = Map.copyOf(starterCode);
    samples = List.copyOf(samples);
  }

  /** Title and statement in one of the available languages, otherwise in the main one. */
  public Translation translation(String asked) {
    Translation other = translations.get(asked);
    return other == null ? new Translation(title, description) : other;
  }
}
