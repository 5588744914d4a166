package dev.touchstone.exercises.exercise;

import dev.touchstone.problempackage.Fault;
import java.util.List;

/**
 * An exercise that was published.
 *
 * @param warnings what its author should know about the package
 */
public record Publication(ExerciseHead exercise, List<Fault> warnings) {
  public Publication {
    warnings = List.copyOf(warnings);
  }
}
