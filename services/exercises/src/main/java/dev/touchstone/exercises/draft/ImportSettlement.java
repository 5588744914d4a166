package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes uploaded packages when their checks have passed, and notes why others were not
 * published. Several processes may do so at once: what publishes also deletes the draft, in one
 * transaction. Thread-safe.
 */
public final class ImportSettlement {
  private static final Logger log = LoggerFactory.getLogger(ImportSettlement.class);

  /** As long as checks are kept. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int AT_ONCE = 100;
  private static final int SERVER_ERROR = 500;

  private final ImportStore imports;
  private final DraftStore drafts;
  private final DraftReview review;
  private final DraftJudging judging;
  private final ExerciseAccess access;
  private final Clock clock;

  /** Creates the service. */
  public ImportSettlement(
      ImportStore imports,
      DraftStore drafts,
      DraftReview review,
      DraftJudging judging,
      ExerciseAccess access,
      Clock clock) {
    this.imports = imports;
    this.drafts = drafts;
    this.review = review;
    this.judging = judging;
    this.access = access;
    this.clock = clock;
  }

  /** Looks at everything that has not ended. */
  public void settleAll() {
    imports.open(AT_ONCE).forEach(this::settle);
  }

  /** Deletes what ended long ago. */
  public void sweep() {
    imports.deleteEndedBefore(clock.instant().minus(KEPT));
  }

  /** Ends an import if its check has ended. */
  void settle(Import open) {
    try {
      publish(open);
    } catch (ProblemException e) {
      if (!e.code().equals(DraftJudging.RUNNING) && e.status() < SERVER_ERROR) {
        imports.refuse(open.id(), Import.Refusal.of(e), clock.instant());
      }
    } catch (PackageException e) {
      imports.refuse(open.id(), Import.Refusal.of(PublishedView.invalid(e)), clock.instant());
    } catch (ServiceClient.Unavailable | IOException e) {
      log.debug("Import {} is tried again", open.id(), e);
    }
  }

  private void publish(Import open) throws PackageException, IOException {
    Draft draft = drafts.find(open.draftId()).orElseThrow(DraftService::notFound);
    if (draft.exerciseId() != null) {
      access.require(owner(open), Long.toString(draft.exerciseId()), MemberRole.EDITOR);
    }
    DraftJudging.Passed check = judging.require(draft);
    review.publish(
        draft,
        open.name(),
        open.ownerId(),
        Optional.of(check),
        (handle, exercise) ->
            ImportStore.publish(
                handle, open.id(), PublishedView.of(exercise, open.warnings()), clock.instant()));
  }

  private static Principal owner(Import open) {
    Role role = open.asAdministrator() ? Role.ADMIN : Role.AUTHOR;
    return new Principal(open.ownerId(), "", role, "");
  }
}
