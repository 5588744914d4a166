package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.judgeprotocol.ExerciseGuidance;
import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.judgeprotocol.ListedFile;
import dev.touchstone.judgeprotocol.RevisionListing;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What scores needs to accept a submission, and a judge to judge it. Thread-safe. */
public final class JudgingService {
  private final ExerciseTermsStore terms;
  private final GuidanceStore guidance;
  private final RevisionStore revisions;
  private final Drafts drafts;
  private final ObjectStore objects;

  /** The files of a draft, if it still has a version. */
  public interface Drafts {
    /** Finds them. */
    Optional<List<RevisionFile>> files(long draft, int version);
  }

  public JudgingService(
      ExerciseTermsStore terms,
      GuidanceStore guidance,
      RevisionStore revisions,
      Drafts drafts,
      ObjectStore objects) {
    this.terms = terms;
    this.guidance = guidance;
    this.revisions = revisions;
    this.drafts = drafts;
    this.objects = objects;
  }

  ExerciseTerms terms(long id) {
    return terms.find(id).orElseThrow(PublishingService::notFound);
  }

  ExerciseGuidance guidance(long id) {
    return guidance.find(id).orElseThrow(PublishingService::notFound);
  }

  RevisionListing listing(long id, int revision) {
    // Judges know a draft by the negative of its id.
    Optional<List<RevisionFile>> listed =
        id < 0 ? drafts.files(-id, revision) : revisions.files(id, revision);
    return listed
        .map(files ->
            new RevisionListing(id, revision, files.stream().map(JudgingService::listed).toList()))
        .orElseThrow(JudgingService::noRevision);
  }

  InputStream object(String digest) throws IOException {
    if (!Digest.isDigest(digest)) {
      throw noObject();
    }
    return objects.open(digest).orElseThrow(JudgingService::noObject);
  }

  private static ListedFile listed(RevisionFile file) {
    return new ListedFile(file.path(), file.sha256(), file.size());
  }

  static ProblemException noRevision() {
    return ProblemException.notFound("revision_not_found", "This revision does not exist.");
  }

  private static ProblemException noObject() {
    return ProblemException.notFound("object_not_found", "This object does not exist.");
  }
}
