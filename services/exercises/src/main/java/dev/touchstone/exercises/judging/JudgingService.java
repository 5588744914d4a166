package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.Exercise;
import dev.touchstone.exercises.exercise.ExerciseContent;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.exercises.exercise.Translation;
import dev.touchstone.exercises.object.Digest;
import dev.touchstone.exercises.object.ObjectStore;
import dev.touchstone.platform.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What scores must know to take a submission, and a judge to judge it. Thread-safe. */
public final class JudgingService {
  private final ExerciseStore exercises;
  private final RevisionStore revisions;
  private final ObjectStore objects;
  private final PlatformLanguages languages;

  /** Wires the service. */
  public JudgingService(
      ExerciseStore exercises,
      RevisionStore revisions,
      ObjectStore objects,
      PlatformLanguages languages) {
    this.exercises = exercises;
    this.revisions = revisions;
    this.objects = objects;
    this.languages = languages;
  }

  /**
   * An exercise as scores needs it.
   *
   * @param titles by language
   * @param sourceKib the most that all files of a submission may have together, in KiB
   */
  record Terms(
      long exerciseId,
      int revision,
      String slug,
      Map<String, String> titles,
      boolean isActive,
      int points,
      List<String> languages,
      int sourceKib) {}

  /** The files that make up a revision. */
  record Listing(long exerciseId, int revision, List<RevisionFile> files) {}

  Terms terms(long id) {
    Exercise exercise = exercises.find(id).orElseThrow(PublishingService::notFound);
    ExerciseContent content = exercise.content();
    Map<String, String> titles = new TreeMap<>();
    titles.put(content.locale(), content.text().title());
    for (Map.Entry<String, Translation> entry : content.translations().entrySet()) {
      titles.put(entry.getKey(), entry.getValue().title());
    }
    return new Terms(
        id,
        exercise.revision(),
        content.slug(),
        titles,
        exercise.isActive(),
        content.points(),
        languages.allowed(content.languages()),
        content.limits().sourceKib());
  }

  Listing listing(long id, int revision) {
    return revisions
        .files(id, revision)
        .map(files -> new Listing(id, revision, files))
        .orElseThrow(JudgingService::noRevision);
  }

  InputStream object(String digest) throws IOException {
    if (!Digest.isDigest(digest)) {
      throw noObject();
    }
    return objects.open(digest).orElseThrow(JudgingService::noObject);
  }

  static ProblemException noRevision() {
    return ProblemException.notFound("revision_not_found", "There is no such revision.");
  }

  private static ProblemException noObject() {
    return ProblemException.notFound("object_not_found", "There is no such object.");
  }
}
