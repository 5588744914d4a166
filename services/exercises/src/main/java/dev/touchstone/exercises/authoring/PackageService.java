package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.archive.ArchiveWriter;
import dev.touchstone.exercises.archive.TemporaryFolder;
import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.Revision;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.exercises.exercise.StoredCase;
import dev.touchstone.exercises.exercise.StoredSolution;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A whole exercise, including hidden parts, for authors. Thread-safe. */
public final class PackageService {
  private final ExerciseStore exercises;
  private final RevisionStore revisions;
  private final ObjectStore objects;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param temporary where archives are made
   */
  public PackageService(
      ExerciseStore exercises, RevisionStore revisions, ObjectStore objects, Path temporary) {
    this.exercises = exercises;
    this.revisions = revisions;
    this.objects = objects;
    this.temporary = temporary;
  }

  /** The history, the newest revision first. */
  record History(List<Revision> items) {}

  /** All tests of the current revision. */
  record TestCases(long exerciseId, int revision, List<StoredCase> items) {}

  /** All solutions of the current revision. */
  record Solutions(long exerciseId, int revision, List<StoredSolution> items) {}

  /** A package as an archive; close it to delete the file. */
  record Archive(TemporaryFolder folder, Path file, String name) implements AutoCloseable {
    @Override
    public void close() {
      folder.close();
    }
  }

  History history(String idOrSlug) {
    return new History(revisions.list(find(idOrSlug).id()));
  }

  TestCases testCases(String idOrSlug) {
    ExerciseStore.Tests found =
        exercises.findTests(ExerciseKey.of(idOrSlug)).orElseThrow(PublishingService::notFound);
    return new TestCases(
        found.id(),
        found.revision(),
        found.testCases().stream()
            .filter(test -> !test.visibility().equals(StoredCase.SHOWN))
            .toList());
  }

  Solutions solutions(String idOrSlug) {
    ExerciseStore.Solutions found =
        exercises.findSolutions(ExerciseKey.of(idOrSlug)).orElseThrow(PublishingService::notFound);
    return new Solutions(found.id(), found.revision(), found.solutions());
  }

  /**
   * Packs a revision.
   *
   * @param revision the number, empty for the current one
   * @throws ProblemException 404 {@code exercise_not_found} or {@code revision_not_found}
   */
  Archive archive(String idOrSlug, OptionalInt revision) throws IOException {
    ExerciseHead exercise = find(idOrSlug);
    String slug = exercise.slug();
    int number = revision.orElse(exercise.revision());
    List<RevisionFile> files =
        revisions.files(exercise.id(), number).orElseThrow(PackageService::noRevision);
    TemporaryFolder folder = TemporaryFolder.in(temporary);
    try {
      Path file = folder.path().resolve("package.zip");
      ArchiveWriter.write(file, slug, files, objects, exercise.createdAt());
      return new Archive(folder, file, slug + "-" + number + ".zip");
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  static ProblemException noRevision() {
    return ProblemException.notFound("revision_not_found", "This revision does not exist.");
  }

  private ExerciseHead find(String idOrSlug) {
    return exercises.findHead(ExerciseKey.of(idOrSlug)).orElseThrow(PublishingService::notFound);
  }
}
