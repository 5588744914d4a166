package dev.touchstone.exercises.exercise;

import java.util.regex.Pattern;

/**
 * The part of an address that names an exercise: digits alone are the id, all else is the slug.
 *
 * @param id 0 if the address has none; no exercise has it
 * @param slug empty if the address has none; no exercise has it
 */
public record ExerciseKey(long id, String slug) {
  /** Eighteen digits always fit into a {@code long}. */
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  /** Other texts can't be found, and may contain what PostgreSQL can't store. */
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

  /** Reads the part of an address. */
  public static ExerciseKey of(String text) {
    if (ID.matcher(text).matches()) {
      return new ExerciseKey(Long.parseLong(text), "");
    }
    return new ExerciseKey(0, SLUG.matcher(text).matches() ? text : "");
  }

  /** The key of an exercise with a known id. */
  public static ExerciseKey of(long id) {
    return new ExerciseKey(id, "");
  }
}
