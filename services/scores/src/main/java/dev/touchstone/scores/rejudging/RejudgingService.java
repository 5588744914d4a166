package dev.touchstone.scores.rejudging;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.access.Reach;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Queues all submissions to an exercise again and shows their progress. The judges take them in
 * turn with the learners' submissions, as if all of them were one learner's. Thread-safe.
 */
public final class RejudgingService {
  private final Jdbi jdbi;
  private final Exercises exercises;
  private final Access access;
  private final Wakeups wakeups;
  private final Clock clock;

  /** Creates the service. */
  public RejudgingService(
      Jdbi jdbi, Exercises exercises, Access access, Wakeups wakeups, Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.access = access;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  /**
   * Judges all submissions to an exercise again, on its current revision. While that is under way,
   * the same call returns the rejudging that was started.
   *
   * @throws ProblemException 404 {@code exercise_not_found}, 403 {@code not_a_member}
   */
  Rejudging start(Principal by, long exerciseId) {
    ExerciseTerms exercise =
        access.allows(by, exerciseId, MemberRole.VIEWER)
            ? exercises.find(exerciseId)
            : exercises.findOpen(exerciseId); // others must not learn that there is a hidden one
    access.require(by, exerciseId, MemberRole.EDITOR);
    return jdbi.inTransaction(handle -> {
      RejudgingStore.lock(handle, exerciseId);
      Optional<Rejudging> open = RejudgingStore.findOpen(handle, exercise);
      if (open.isPresent()) {
        return open.get();
      }
      var started = RejudgingStore.start(handle, exercise, by.userId(), clock.instant());
      RejudgingStore.voidTests(handle, started.id());
      Map<String, String> details = Map.of("revision", Integer.toString(exercise.revision()));
      AuditOutbox.add(
          handle,
          TeachingEvent.ofExercise("exercise.rejudged", by.userId(), exerciseId, details),
          clock.instant());
      wakeups.queueChanged(handle);
      wakeups.jobsChanged(
          handle, started.followed().stream().map(id -> new Job(Lane.SUBMISSION, id)).toList());
      return RejudgingStore.find(handle, started.id()).orElseThrow();
    });
  }

  Rejudging find(Principal by, long id) {
    Reach reach = access.reach(by);
    return jdbi.withHandle(handle -> RejudgingStore.find(handle, id))
        .filter(found -> reach.views(found.exerciseId()))
        .orElseThrow(RejudgingService::notFound);
  }

  /** Lists rejudgings, of one exercise or all that the caller sees, the newest first. */
  Page<RejudgingView> list(Principal by, Optional<Long> exerciseId, long below, int limit) {
    exerciseId.ifPresent(exercise -> access.require(by, exercise, MemberRole.VIEWER));
    Optional<List<Long>> exercises =
        exerciseId.isPresent() ? exerciseId.map(List::of) : access.reach(by).limit();
    List<Rejudging> found =
        jdbi.withHandle(handle -> RejudgingStore.list(handle, exercises, below, limit + 1));
    boolean more = found.size() > limit;
    List<Rejudging> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(RejudgingView::of).toList(),
        more ? Cursor.of(Long.toString(shown.getLast().id())) : null);
  }

  /**
   * What a rejudging changed.
   *
   * @param transitions all of the rejudging, counted by verdicts; on the first page only
   */
  record Changes(
      List<ChangeStore.Transition> transitions, List<Change> items, @Nullable String nextCursor) {
    /** Copies the lists. */
    Changes {
      transitions = List.copyOf(transitions);
      items = List.copyOf(items);
    }
  }

  /** Compares the results before and after a rejudging, the newest submission first. */
  Changes changes(Principal by, long id, boolean onlyChanged, long below, int limit) {
    var _ = find(by, id);
    return jdbi.withHandle(handle -> {
      List<Change> found = ChangeStore.list(handle, id, onlyChanged, below, limit + 1);
      boolean more = found.size() > limit;
      List<Change> shown = more ? found.subList(0, limit) : found;
      return new Changes(
          below == Long.MAX_VALUE ? ChangeStore.transitions(handle, id) : List.of(),
          shown,
          more ? Cursor.of(Long.toString(shown.getLast().submissionId())) : null);
    });
  }

  static ProblemException notFound() {
    return ProblemException.notFound("rejudging_not_found", "This rejudging does not exist.");
  }
}
