package dev.touchstone.scores.rejudging;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Queues all submissions to an exercise again and shows their progress. The judges take them in
 * turn with the learners' submissions, as if all of them were one learner's. Thread-safe.
 */
public final class RejudgingService {
  private final Jdbi jdbi;
  private final Exercises exercises;
  private final Wakeups wakeups;
  private final Clock clock;

  /** Creates the service. */
  public RejudgingService(Jdbi jdbi, Exercises exercises, Wakeups wakeups, Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  /**
   * Judges all submissions to an exercise again, on its current revision. While that is under way,
   * the same call returns the rejudging that was started.
   *
   * @throws ProblemException 404 {@code exercise_not_found}
   */
  Rejudging start(Principal by, long exerciseId) {
    ExerciseTerms exercise = exercises.find(exerciseId);
    return jdbi.inTransaction(handle -> {
      RejudgingStore.lock(handle, exerciseId);
      Optional<Rejudging> open = RejudgingStore.findOpen(handle, exercise);
      if (open.isPresent()) {
        return open.get();
      }
      var started = RejudgingStore.start(handle, exercise, by.userId(), clock.instant());
      RejudgingStore.voidTests(handle, started.id());
      wakeups.queueChanged(handle);
      wakeups.jobsChanged(
          handle, started.followed().stream().map(id -> new Job(Lane.SUBMISSION, id)).toList());
      return RejudgingStore.find(handle, started.id()).orElseThrow();
    });
  }

  Rejudging find(long id) {
    return jdbi.withHandle(handle -> RejudgingStore.find(handle, id))
        .orElseThrow(RejudgingService::notFound);
  }

  static ProblemException notFound() {
    return ProblemException.notFound("rejudging_not_found", "This rejudging does not exist.");
  }
}
