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
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A whole exercise, including hidden parts, for its editors. Thread-safe. */
public final class PackageService {
  private final ExerciseAccess access;
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
      ExerciseAccess access,
      ExerciseStore exercises,
      RevisionStore revisions,
      ObjectStore objects,
      Path temporary) {
    this.access = access;
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

  History history(Principal by, String idOrSlug) {
    return new History(revisions.list(editable(by, idOrSlug).id()));
  }

  TestCases testCases(Principal by, String idOrSlug) {
    ExerciseKey key = ExerciseKey.of(editable(by, idOrSlug).id());
    ExerciseStore.Tests found = exercises.findTests(key).orElseThrow(PublishingService::notFound);
    return new TestCases(
        found.id(),
        found.revision(),
        found.testCases().stream()
            .filter(test -> !test.visibility().equals(StoredCase.SHOWN))
            .toList());
  }

  Solutions solutions(Principal by, String idOrSlug) {
    ExerciseKey key = ExerciseKey.of(editable(by, idOrSlug).id());
    ExerciseStore.Solutions found =
        exercises.findSolutions(key).orElseThrow(PublishingService::notFound);
    return new Solutions(found.id(), found.revision(), found.solutions());
  }

  /**
   * Packs a revision.
   *
   * @param revision the number, empty for the current one
   * @throws ProblemException 404 {@code exercise_not_found} or {@code revision_not_found}
   */
  Archive archive(Principal by, String idOrSlug, OptionalInt revision) throws IOException {
    ExerciseHead exercise = editable(by, idOrSlug);
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

  private ExerciseHead editable(Principal by, String idOrSlug) {
    return access.require(by, idOrSlug, MemberRole.EDITOR);
  }
}
