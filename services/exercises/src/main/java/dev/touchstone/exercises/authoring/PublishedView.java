package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.Publication;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.util.List;

/**
 * An exercise after a change, on the wire.
 *
 * @param warnings what its author should know about the package
 */
public record PublishedView(
    long id, String slug, int revision, boolean isActive, List<FieldError> warnings) {
  static PublishedView of(ExerciseHead exercise) {
    return of(new Publication(exercise, List.of()));
  }

  /** After a publication. */
  public static PublishedView of(Publication publication) {
    return of(publication.exercise(), errors(publication.warnings()));
  }

  /** After a publication of which the warnings are on the wire already. */
  public static PublishedView of(ExerciseHead exercise, List<FieldError> warnings) {
    return new PublishedView(
        exercise.id(), exercise.slug(), exercise.revision(), exercise.isActive(), warnings);
  }

  /** Faults and warnings, each with the file and, where it is known, the line. */
  public static List<FieldError> errors(List<Fault> faults) {
    return faults.stream()
        .map(fault ->
            new FieldError(
                fault.place(),
                fault.message(),
                fault.warning() ? "package_warning" : "package_fault"))
        .toList();
  }

  /** The answer to a package that can't be used. */
  public static ProblemException invalid(PackageException e) {
    return ProblemException.unprocessable(
        "package_invalid", "The package is invalid; see errors.", errors(e.faults()));
  }

  /** For {@code If-Match}. */
  public String entityTag() {
    return RevisionTag.of(revision);
  }
}
