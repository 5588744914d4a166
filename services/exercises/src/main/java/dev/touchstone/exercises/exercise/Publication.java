package dev.touchstone.exercises.exercise;

import dev.touchstone.problempackage.Fault;
import java.util.List;
import java.util.stream.Stream;

/**
 * An exercise that was published.
 *
 * @param warnings what its author should know about the package
 */
public record Publication(ExerciseHead exercise, List<Fault> warnings) {
  public Publication {
    warnings = List.copyOf(warnings);
  }

  /** The same, with what was found before. */
  public Publication after(List<Fault> earlier) {
    return new Publication(exercise, Stream.concat(earlier.stream(), warnings.stream()).toList());
  }
}
