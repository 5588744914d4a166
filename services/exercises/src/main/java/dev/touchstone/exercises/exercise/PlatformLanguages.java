package dev.touchstone.exercises.exercise;

import java.util.List;

/**
 * The programming languages of exercises that name no languages.
 *
 * @param ids in the order in which they are offered
 */
public record PlatformLanguages(List<String> ids) {
  public PlatformLanguages {
    ids = List.copyOf(ids);
  }

  /** What an exercise allows: the languages it names, or all if it names none. */
  public List<String> allowed(List<String> named) {
    return named.isEmpty() ? ids : named;
  }
}
