package dev.touchstone.scores.check;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.RepeatableRead;
import dev.touchstone.scores.follow.Snapshot;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueCap;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.progress.LearnerLock;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Queues checks of drafts for the exercises service, and shows them to their authors. Thread-safe.
 */
public final class CheckService {
  /** A judge that has not asked for work for so long is away. */
  private static final Duration THERE = Duration.ofMinutes(10);

  /** The exercises service asks when a draft is published, which may be days later. */
  private static final Duration LIFETIME = Duration.ofDays(30);

  private final Jdbi jdbi;
  private final QueueCap cap;
  private final Wakeups wakeups;
  private final Clock clock;

  public CheckService(Jdbi jdbi, QueueCap cap, Wakeups wakeups, Clock clock) {
    this.jdbi = jdbi;
    this.cap = cap;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  /**
   * Queues a check.
   *
   * @param userId the author
   * @throws ProblemException 409 {@code no_judge}, 429 {@code too_many_queued}
   */
  CheckView start(long userId, long draftId, int version) {
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      LearnerLock.take(handle, userId);
      cap.require(handle, Lane.CHECK, userId);
      String language =
          CheckStore.language(handle, now.minus(THERE)).orElseThrow(CheckService::noJudge);
      JudgingState check = CheckStore.insert(handle, userId, -draftId, version, language, now);
      wakeups.queueChanged(handle);
      return CheckView.of(check, List.of());
    });
  }

  /** Shows a check to the exercises service. */
  CheckView find(long id) {
    return RepeatableRead.in(
        jdbi,
        handle -> view(handle, CheckStore.find(handle, id).orElseThrow(CheckService::notFound)));
  }

  /** Shows a check to its author or an administrator. */
  CheckView find(Principal by, long id) {
    return RepeatableRead.in(jdbi, handle -> view(handle, owned(handle, by, id)));
  }

  /** What happened to a check after an event. */
  Snapshot since(Principal by, long id, long event) {
    return RepeatableRead.in(
        jdbi,
        handle -> {
          JudgingState state = owned(handle, by, id);
          return new Snapshot(
              state,
              CheckView.of(state.asQueued(), null),
              CheckView.of(state, null),
              0,
              TestStore.after(handle, state.job(), event));
        });
  }

  /** Deletes old checks. */
  public void deleteOld() {
    Instant oldest = clock.instant().minus(LIFETIME);
    jdbi.useHandle(handle -> CheckStore.deleteBefore(handle, oldest));
  }

  static ProblemException notFound() {
    return ProblemException.notFound(
        "check_not_found", "This check does not exist, is not yours, or is too old.");
  }

  private static ProblemException noJudge() {
    return ProblemException.conflict(
        "no_judge", "No judge is running. Ask an administrator, and try again when there is one.");
  }

  private static CheckView view(Handle handle, JudgingState state) {
    return CheckView.of(state, TestStore.all(handle, state.job()));
  }

  private static JudgingState owned(Handle handle, Principal by, long id) {
    return CheckStore.find(handle, id)
        .filter(state -> state.userId() == by.userId() || by.role().atLeast(Role.ADMIN))
        .orElseThrow(CheckService::notFound);
  }
}
