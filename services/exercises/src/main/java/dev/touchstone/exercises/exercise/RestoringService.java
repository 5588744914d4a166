package dev.touchstone.exercises.exercise;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Publishes earlier revisions again. Thread-safe. */
public final class RestoringService {
  private final RevisionStore revisions;
  private final PublishingService publishing;
  private final PackageReading reading;
  private final ObjectStore objects;

  public RestoringService(
      RevisionStore revisions,
      PublishingService publishing,
      PackageReading reading,
      ObjectStore objects) {
    this.revisions = revisions;
    this.publishing = publishing;
    this.reading = reading;
    this.objects = objects;
  }

  /**
   * Makes a new revision with the files of an earlier one. It counts as judged if that one does.
   *
   * @param expected the revision that the exercise must have now, empty for any
   * @param files of the earlier revision
   * @param folder an empty folder for them
   * @throws PackageException if the operator's limits have become stricter since
   * @throws ProblemException as {@link PublishingService#revise} does
   */
  public Publication restore(
      ExerciseHead exercise,
      OptionalInt expected,
      int revision,
      List<RevisionFile> files,
      long authorId,
      Path folder)
      throws PackageException, IOException {
    for (RevisionFile file : files) {
      Path target = folder.resolve(file.path());
      Files.createDirectories(target.resolveSibling(""));
      try (InputStream object =
          objects
              .open(file.sha256())
              .orElseThrow(
                  () -> new IOException("The object " + file.sha256() + " no longer exists."))) {
        Files.copy(object, target);
      }
    }
    PackageTree tree = reading.read(() -> PackageTree.of(folder));
    boolean judged =
        revisions.list(exercise.id()).stream()
            .anyMatch(earlier -> earlier.revision() == revision && earlier.judged());
    return publishing.revise(
        exercise.id(),
        expected,
        tree,
        exercise.slug(),
        authorId,
        judged,
        PublishingService.NOTHING);
  }
}
