package dev.touchstone.scores.queue;

import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.progress.LearnerLock;
import dev.touchstone.scores.queue.LeaseStore.Held;
import dev.touchstone.scores.queue.ResultStore.HeldResult;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores results of several judges in one transaction. It takes the locks of all learners in order,
 * then the rows that nobody else has locked, so it is never part of a deadlock. Thread-safe.
 */
final class ResultBatch implements ResultCollector.Sink {
  private final Jdbi jdbi;
  private final LeaseStore leases;
  private final Outcomes outcomes;
  private final Wakeups wakeups;
  private final Clock clock;

  ResultBatch(Jdbi jdbi, LeaseStore leases, Outcomes outcomes, Wakeups wakeups, Clock clock) {
    this.jdbi = jdbi;
    this.leases = leases;
    this.outcomes = outcomes;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  @Override
  public Set<Job> store(Lane lane, List<JudgedJob> results) {
    return jdbi.inTransaction(handle -> {
      List<HeldResult> held = hold(handle, lane, results);
      if (held.isEmpty()) {
        return Set.of();
      }
      outcomes.judged(handle, lane, held, clock.instant());
      List<Job> jobs = held.stream().map(each -> each.result().job()).toList();
      wakeups.jobsChanged(handle, jobs);
      return Set.copyOf(jobs);
    });
  }

  /** Those whose lease is still their judge's, unless another transaction works on them. */
  private List<HeldResult> hold(Handle handle, Lane lane, List<JudgedJob> results) {
    List<Long> ids = results.stream().map(result -> result.job().id()).toList();
    if (lane == Lane.SUBMISSION) {
      LearnerLock.takeOfSubmissions(handle, ids);
    }
    Map<Long, Held> held =
        leases.holdFree(handle, lane, ids, results.stream().map(JudgedJob::fencingToken).toList());
    return results.stream()
        .flatMap(result ->
            Optional.ofNullable(held.get(result.job().id()))
                .map(job -> new HeldResult(job, result))
                .stream())
        .toList();
  }
}
