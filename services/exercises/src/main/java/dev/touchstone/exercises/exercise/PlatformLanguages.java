package dev.touchstone.exercises.exercise;

import java.util.List;

/**
 * The programming languages that this platform judges.
 *
 * @param ids in the order in which they are offered
 */
public record PlatformLanguages(List<String> ids) {
  /** Keeps its own copy. */
  public PlatformLanguages {
    ids = List.copyOf(ids);
  }

  /** What an exercise allows of them; an exercise that names none allows all. */
  public List<String> allowed(List<String> named) {
    return named.isEmpty() ? ids : ids.stream().filter(named::contains).toList();
  }
}
