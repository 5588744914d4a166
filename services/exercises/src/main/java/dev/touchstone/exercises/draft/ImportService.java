package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.exercises.exercise.ExerciseContent;
import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.Publication;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Takes packages of whole exercises: each becomes a draft, which is published when its check has
 * passed. Thread-safe.
 */
public final class ImportService {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PackageIntake intake;
  private final DraftService drafts;
  private final DraftJudging judging;
  private final ImportStore imports;
  private final ImportSettlement settlement;
  private final ExerciseAccess access;
  private final PublishingService publishing;
  private final Clock clock;

  /** Creates the service. */
  public ImportService(
      PackageIntake intake,
      DraftService drafts,
      DraftJudging judging,
      ImportStore imports,
      ImportSettlement settlement,
      ExerciseAccess access,
      PublishingService publishing,
      Clock clock) {
    this.intake = intake;
    this.drafts = drafts;
    this.judging = judging;
    this.imports = imports;
    this.settlement = settlement;
    this.access = access;
    this.publishing = publishing;
    this.clock = clock;
  }

  /**
   * How a package is published.
   *
   * @param judged whether a judge checks it first; only administrators may do without
   * @param patience how long the caller waits for the end of the check
   */
  record Manner(boolean judged, Duration patience) {}

  /** What became of a package: one of the two is not null. */
  record Outcome(@Nullable PublishedView published, @Nullable Import open) {}

  /** The largest archive taken, in bytes. */
  long largestArchive() {
    return intake.largestArchive();
  }

  /**
   * Takes the package of a new exercise.
   *
   * @param name its slug, unless the package or its folder in the archive has one
   * @throws ProblemException as the contract says
   */
  Outcome create(Principal by, InputStream archive, String name, Manner manner) throws IOException {
    require(by, manner);
    return intake.take(
        archive,
        taken -> publish(by, taken, taken.name().isEmpty() ? name : taken.name(), null, manner));
  }

  /**
   * Takes the next revision of an exercise; if the package has no slug, the exercise keeps its own.
   */
  Outcome revise(
      Principal by, String idOrSlug, OptionalInt expected, InputStream archive, Manner manner)
      throws IOException {
    require(by, manner);
    ExerciseHead before = access.require(by, idOrSlug, MemberRole.EDITOR);
    if (expected.isPresent() && expected.getAsInt() != before.revision()) {
      throw ProblemException.preconditionFailed();
    }
    return intake.take(archive, taken -> publish(by, taken, before.slug(), before, manner));
  }

  private static void require(Principal by, Manner manner) {
    if (!manner.judged() && !by.role().atLeast(Role.ADMIN)) {
      throw ProblemException.forbidden();
    }
  }

  private Outcome publish(
      Principal by,
      PackageIntake.Taken taken,
      String name,
      @Nullable ExerciseHead before,
      Manner manner)
      throws PackageException, IOException {
    if (!manner.judged()) {
      return new Outcome(PublishedView.of(unjudged(by, taken, name, before)), null);
    }
    List<Fault> found = new ArrayList<>();
    ExerciseContent content = publishing.read(taken.tree(), name, found);
    found.addAll(0, taken.warnings());
    if (before != null && publishing.isUnchanged(before, taken.tree())) {
      return new Outcome(PublishedView.of(new Publication(before, found)), null);
    }
    publishing.requireFree(content.slug(), before == null ? 0 : before.id());
    publishing.store(taken.tree());
    Draft draft = drafts.create(by, taken.tree().files(), before);
    return waited(
        imports.insert(
            by.userId(),
            by.role().atLeast(Role.ADMIN),
            name,
            check(by, draft),
            draft.id(),
            PublishedView.errors(DraftReview.ofDrafts(found)),
            clock.instant()),
        manner.patience());
  }

  private Publication unjudged(
      Principal by, PackageIntake.Taken taken, String name, @Nullable ExerciseHead before)
      throws PackageException, IOException {
    Publication published =
        before == null
            ? publishing.create(taken.tree(), name, by.userId())
            : publishing.revise(
                before.id(), OptionalInt.of(before.revision()), taken.tree(), name, by.userId());
    return published.after(taken.warnings());
  }

  private DraftJudging.Started check(Principal by, Draft draft) {
    try {
      return judging.start(by, draft);
    } catch (RuntimeException e) { // nobody knows of the draft yet
      drafts.delete(by, draft.id());
      throw e;
    }
  }

  private Outcome waited(Import created, Duration patience) {
    long start = System.nanoTime();
    Import now = created;
    try {
      while (now.endedAt() == null && System.nanoTime() - start < patience.toNanos()) {
        settlement.settle(now);
        now = imports.find(created.id()).orElseThrow(ImportService::notFound);
        if (now.endedAt() == null) {
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the service is stopping
    }
    if (now.problem() != null) {
      throw now.problem().asProblem();
    }
    return new Outcome(now.published(), now.published() == null ? now : null);
  }

  /**
   * Finds an import.
   *
   * @throws ProblemException 404 {@code import_not_found}, also if it is somebody else's
   */
  Import find(Principal by, long id) {
    return imports
        .find(id)
        .filter(found -> found.ownerId() == by.userId() || by.role().atLeast(Role.ADMIN))
        .orElseThrow(ImportService::notFound);
  }

  static ProblemException notFound() {
    return ProblemException.notFound("import_not_found", "This import does not exist.");
  }
}
