package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.platform.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What scores must know to take a submission, and a judge to judge it. Thread-safe. */
public final class JudgingService {
  private final TermsStore terms;
  private final RevisionStore revisions;
  private final ObjectStore objects;

  /** Wires the service. */
  public JudgingService(TermsStore terms, RevisionStore revisions, ObjectStore objects) {
    this.terms = terms;
    this.revisions = revisions;
    this.objects = objects;
  }

  /** The files that make up a revision. */
  record Listing(long exerciseId, int revision, List<RevisionFile> files) {}

  Terms terms(long id) {
    return terms.find(id).orElseThrow(PublishingService::notFound);
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
