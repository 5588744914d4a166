package dev.touchstone.exercises.exercise;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is derived from the package of a revision.
 *
 * @param locale the language of {@code text}, shown if the asked one is missing
 * @param translations the other languages
 * @param difficulty {@code easy}, {@code medium} or {@code hard}
 * @param languages programming languages allowed, empty for all of the platform
 * @param starterCode the editor's first text by programming language
 * @param guidance hints and editorial
 */
public record ExerciseContent(
    String slug,
    String locale,
    Translation text,
    Map<String, Translation> translations,
    String category,
    String difficulty,
    List<String> tags,
    int points,
    List<String> languages,
    StoredLimits limits,
    List<StoredCase> cases,
    List<StoredSolution> solutions,
    Map<String, String> starterCode,
    StoredGuidance guidance) {
  public ExerciseContent {
    translations = Map.copyOf(translations);
    tags = List.copyOf(tags);
    languages = List.copyOf(languages);
    cases = List.copyOf(cases);
    solutions = List.copyOf(solutions);
    starterCode = Map.copyOf(starterCode);
  }

  /** What learners would see of it. */
  public Exercise shown(long id, int revision, Instant createdAt, Instant updatedAt) {
    return new Exercise(
        id,
        revision,
        slug,
        locale,
        text.title(),
        text.description(),
        translations,
        category,
        difficulty,
        tags,
        points,
        languages,
        limits,
        starterCode,
        guidance.hints().size(),
        guidance.hasEditorial(),
        cases.stream().filter(test -> !test.visibility().equals(StoredCase.HIDDEN)).toList(),
        true,
        createdAt,
        updatedAt);
  }
}
