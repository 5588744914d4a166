package dev.touchstone.scores.run;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.RepeatableRead;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.follow.Snapshot;
import dev.touchstone.scores.judging.Cancelling;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueCap;
import dev.touchstone.scores.judging.QueueLimit;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.progress.LearnerLock;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Accepts runs and shows them to the users who started them. Thread-safe. */
public final class RunService {
  private final Jdbi jdbi;
  private final Exercises exercises;
  private final Judges judges;
  private final QueueCap cap;
  private final QueueLimit limit;
  private final Wakeups wakeups;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param lifetime how long a run is kept
   */
  public RunService(
      Jdbi jdbi,
      Exercises exercises,
      Judges judges,
      QueueCap cap,
      QueueLimit limit,
      Wakeups wakeups,
      Duration lifetime,
      Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.judges = judges;
    this.cap = cap;
    this.limit = limit;
    this.wakeups = wakeups;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * Queues a run.
   *
   * @param input null to run the samples
   */
  RunView start(Principal by, long exerciseId, Code code, @Nullable String input) {
    ExerciseTerms exercise = exercises.findOpen(exerciseId);
    code.requireFits(exercise);
    judges.requireLanguage(code.language());
    limit.require(Lane.RUN);
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      LearnerLock.take(handle, by.userId());
      cap.require(handle, Lane.RUN, by.userId());
      Run run = RunStore.insert(handle, by.userId(), exercise, code, input, now);
      wakeups.queueChanged(handle);
      handle.afterCommit(() -> limit.queued(Lane.RUN));
      return RunView.of(run, List.of());
    });
  }

  /** Shows a run to its owner. */
  RunView find(Principal by, long id) {
    return RepeatableRead.in(
        jdbi,
        handle -> {
          Run run = owned(handle, by, id);
          return RunView.of(run, TestStore.all(handle, run.state().job()));
        });
  }

  /** What happened to a run after an event. */
  Snapshot since(Principal by, long id, long event) {
    // One snapshot of the database: a test must not overtake a state with a smaller number.
    return RepeatableRead.in(
        jdbi,
        handle -> {
          Run run = owned(handle, by, id);
          return new Snapshot(
              run.state(),
              RunView.of(run.asQueued(), null),
              RunView.of(run, null),
              0, // the tests of a run are samples, which are shown at once
              TestStore.after(handle, run.state().job(), event));
        });
  }

  /** Cancels a run of the caller's that has not ended. */
  RunView cancel(Principal by, long id) {
    return jdbi.inTransaction(handle -> {
      LearnerLock.take(handle, by.userId());
      JudgingState state = owned(handle, by, id).state();
      if (Cancelling.cancel(handle, state, by.userId())) {
        wakeups.jobChanged(handle, state.job());
      }
      return RunView.of(owned(handle, by, id), TestStore.all(handle, state.job()));
    });
  }

  /** Deletes old runs. */
  public void deleteOld() {
    Instant oldest = clock.instant().minus(lifetime);
    jdbi.useHandle(handle -> RunStore.deleteBefore(handle, oldest));
  }

  static ProblemException notFound() {
    return ProblemException.notFound(
        "run_not_found", "This run does not exist, is not yours, or is too old.");
  }

  private static Run owned(Handle handle, Principal by, long id) {
    return RunStore.find(handle, id)
        .filter(run -> run.state().userId() == by.userId())
        .orElseThrow(RunService::notFound);
  }
}
