package dev.touchstone.scores.submission;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import dev.touchstone.platformdata.database.RepeatableRead;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.access.Reach;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.follow.Snapshot;
import dev.touchstone.scores.judging.Cancelling;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueCap;
import dev.touchstone.scores.judging.QueueLimit;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.progress.LearnerLock;
import dev.touchstone.scores.progress.Totals;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes submissions in and shows them. Thread-safe. */
public final class SubmissionService {
  private final Jdbi jdbi;
  private final Exercises exercises;
  private final Access access;
  private final Judges judges;
  private final QueueCap cap;
  private final QueueLimit limit;
  private final Wakeups wakeups;
  private final Clock clock;

  /** Creates the service. */
  public SubmissionService(
      Jdbi jdbi,
      Exercises exercises,
      Access access,
      Judges judges,
      QueueCap cap,
      QueueLimit limit,
      Wakeups wakeups,
      Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.access = access;
    this.judges = judges;
    this.cap = cap;
    this.limit = limit;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  /** A submission, and whether this call made it. */
  record Submitted(SubmissionView submission, boolean isNew) {}

  /**
   * Accepts a submission. When this returns, it is stored and queued; the same key with the same
   * content returns the submission that was made before.
   *
   * @throws ProblemException as the contract lists them
   */
  Submitted submit(Principal by, long exerciseId, Code code, Optional<String> key) {
    Reach reach = access.reach(by);
    Optional<Submitted> known =
        jdbi.withHandle(handle -> findSame(handle, reach, exerciseId, code, key));
    if (known.isPresent()) {
      return known.get();
    }
    ExerciseTerms exercise = exercises.findOpen(exerciseId);
    code.requireFits(exercise);
    judges.requireLanguage(code.language());
    limit.require(Lane.SUBMISSION);
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      LearnerLock.take(handle, by.userId());
      Optional<Submitted> same = findSame(handle, reach, exerciseId, code, key);
      if (same.isPresent()) {
        return same.get();
      }
      cap.require(handle, Lane.SUBMISSION, by.userId());
      Totals.name(handle, by.userId(), by.username());
      Submission submission = SubmissionStore.insert(handle, by, exercise, code, key, now);
      Totals.refresh(handle, by.userId(), exerciseId);
      wakeups.queueChanged(handle);
      handle.afterCommit(() -> limit.queued(Lane.SUBMISSION));
      return new Submitted(
          SubmissionView.full(submission, List.of(), code.files(), reach.views(exerciseId)), true);
    });
  }

  /** Shows one submission to its learner, or to a member of the exercise. */
  SubmissionView find(Principal by, long id) {
    Reach reach = access.reach(by);
    return RepeatableRead.in(jdbi, handle -> full(handle, reach, visible(handle, reach, id)));
  }

  /** What happened to a submission after an event. */
  Snapshot since(Principal by, long id, long event) {
    Reach reach = access.reach(by);
    // One snapshot of the database: a test must not overtake a state with a smaller number.
    return RepeatableRead.in(
        jdbi,
        handle -> {
          Submission submission = visible(handle, reach, id);
          boolean mayReadErrors = reach.views(submission.state().exerciseId());
          return new Snapshot(
              submission.state(),
              SubmissionView.brief(submission.asQueued(), mayReadErrors),
              SubmissionView.brief(submission, mayReadErrors),
              submission.testsDone(),
              TestStore.after(handle, submission.state().job(), event));
        });
  }

  /** Lists submissions that the caller sees, the newest first. */
  Page<SubmissionView> list(Principal by, SubmissionStore.Filter asked, int limit) {
    Reach reach = access.reach(by);
    SubmissionStore.Filter filter = within(by, reach, asked);
    Instant now = clock.instant();
    List<Submission> found =
        jdbi.withHandle(handle -> SubmissionStore.list(handle, filter, limit + 1)).stream()
            .map(submission -> submission.seenAt(now))
            .toList();
    boolean more = found.size() > limit;
    List<Submission> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream()
            .map(each -> SubmissionView.brief(each, reach.views(each.state().exerciseId())))
            .toList(),
        more ? Cursor.of(Long.toString(shown.getLast().state().job().id())) : null);
  }

  /** Narrows a listing to what the caller sees. */
  private SubmissionStore.Filter within(Principal by, Reach reach, SubmissionStore.Filter asked) {
    Long learner = asked.userId();
    Long exercise = asked.exerciseId();
    if (reach.all() || (learner != null && learner == by.userId())) {
      return asked;
    }
    if (learner != null) {
      Access.requireTeacher(by);
    }
    if (exercise != null && access.allows(by, exercise, MemberRole.VIEWER)) {
      return asked;
    }
    if (exercise != null && learner != null) {
      access.require(by, exercise, MemberRole.VIEWER);
    }
    return exercise != null || !Access.isTeacher(by)
        ? asked.ofLearner(by.userId())
        : asked.within(by.userId(), reach.limit().orElse(List.of()));
  }

  /** Judges a submission again, on the exercise as it is now. */
  SubmissionView rejudge(Principal by, long id) {
    Reach reach = access.reach(by);
    long exerciseId = jdbi.withHandle(handle -> visible(handle, reach, id)).state().exerciseId();
    access.require(by, exerciseId, MemberRole.EDITOR);
    ExerciseTerms exercise = exercises.find(exerciseId);
    requeue(by, id, exercise);
    return find(by, id);
  }

  /** Cancels a submission of the caller's that has not been judged. */
  SubmissionView cancel(Principal by, long id) {
    Reach reach = access.reach(by);
    return jdbi.inTransaction(handle -> {
      LearnerLock.take(handle, by.userId());
      JudgingState state =
          SubmissionStore.find(handle, id)
              .map(Submission::state)
              .filter(known -> known.userId() == by.userId())
              .orElseThrow(SubmissionService::notFound);
      if (Cancelling.cancel(handle, state, by.userId())) {
        Totals.refreshAfterCancelling(handle, by.userId(), state.exerciseId());
        wakeups.jobChanged(handle, state.job());
      }
      return full(handle, reach, visible(handle, reach, id));
    });
  }

  /** 404 for a submission that does not exist or that the caller may not see. */
  public static ProblemException notFound() {
    return ProblemException.notFound(
        "submission_not_found", "This submission does not exist, or it is not yours.");
  }

  private void requeue(Principal by, long id, ExerciseTerms exercise) {
    Job job = new Job(Lane.SUBMISSION, id);
    TeachingEvent event =
        new TeachingEvent("submission.rejudged", by.userId(), "submission:" + id, Map.of());
    jdbi.useTransaction(handle -> {
      if (!SubmissionStore.requeue(handle, id, exercise, clock.instant())) {
        throw ProblemException.conflict(
            "submission_cancelled", "This submission was cancelled by its learner.");
      }
      TestStore.forget(handle, job);
      AuditOutbox.add(handle, event, clock.instant());
      wakeups.queueChanged(handle);
      wakeups.jobChanged(handle, job);
    });
  }

  private Optional<Submitted> findSame(
      Handle handle, Reach reach, long exerciseId, Code code, Optional<String> key) {
    Optional<Submission> known =
        key.flatMap(given -> SubmissionStore.findByKey(handle, reach.userId(), given));
    return known.map(submission -> {
      JudgingState state = submission.state();
      boolean same =
          state.exerciseId() == exerciseId
              && state.language().equals(code.language())
              && SubmissionStore.program(handle, state.job().id()).equals(code.files());
      if (!same) {
        throw ProblemException.conflict(
            "idempotency_conflict", "This key was used with other content; use a new one.");
      }
      return new Submitted(full(handle, reach, submission.seenAt(clock.instant())), false);
    });
  }

  private static SubmissionView full(Handle handle, Reach reach, Submission submission) {
    Job job = submission.state().job();
    return SubmissionView.full(
        submission,
        TestStore.all(handle, job),
        SubmissionStore.program(handle, job.id()),
        reach.views(submission.state().exerciseId()));
  }

  private Submission visible(Handle handle, Reach reach, long id) {
    return SubmissionStore.find(handle, id)
        .filter(
            submission -> reach.sees(submission.state().userId(), submission.state().exerciseId()))
        .orElseThrow(SubmissionService::notFound)
        .seenAt(clock.instant());
  }
}
