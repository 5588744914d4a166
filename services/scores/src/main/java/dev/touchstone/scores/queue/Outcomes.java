package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.telemetry.EventCode;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.progress.Completions;
import dev.touchstone.scores.progress.LearnerLock;
import dev.touchstone.scores.progress.Totals;
import dev.touchstone.scores.queue.ResultStore.HeldResult;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The effect of the end of a lease on its job, within the transaction that ends it. The learner's
 * lock comes first, then the job's row. Thread-safe.
 */
final class Outcomes {
  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
  private final LeaseStore leases;
  private final LeasePolicy policy;
  private final Judges judges;
  private final Wakeups wakeups;
  private final QueueMetrics metrics;
  private final Completions completions;
  private final JobSpans spans;

  Outcomes(
      LeaseStore leases,
      LeasePolicy policy,
      Judges judges,
      Wakeups wakeups,
      QueueMetrics metrics,
      Completions completions,
      JobSpans spans) {
    this.leases = leases;
    this.policy = policy;
    this.judges = judges;
    this.wakeups = wakeups;
    this.metrics = metrics;
    this.completions = completions;
    this.spans = spans;
  }

  /** To be called before the job is held, since a verdict changes the learner's totals. */
  void lockLearner(Handle handle, Job job) {
    if (job.lane() == Lane.SUBMISSION) {
      LearnerLock.takeOfSubmission(handle, job.id());
    }
  }

  /** Jobs of one lane have their verdicts. */
  void judged(Handle handle, Lane lane, List<HeldResult> results, Instant now) {
    ResultStore.judged(handle, lane, results, now);
    if (lane == Lane.SUBMISSION) {
      completions.note(
          handle,
          results.stream()
              .filter(each -> each.result().verdict().isAccepted())
              .map(each -> attempts(each.held()))
              .collect(Collectors.toSet()));
      Totals.refresh(
          handle, results.stream().map(each -> attempts(each.held())).collect(Collectors.toSet()));
    }
    for (HeldResult each : results) {
      count(handle, each.held(), each.result().verdict(), now);
      handle.afterCommit(() -> {
        judges.judged(each.held().judge());
        spans.judged(each, now);
      });
    }
  }

  /** An attempt failed: another judge tries if there is one, unless it was the last attempt. */
  void failed(Handle handle, LeaseStore.Held held, String error, Instant now) {
    Job job = held.job();
    handle.afterCommit(() -> {
      judges.failed(held.judge());
      spans.failed(held, now);
    });
    if (held.tries() < policy.tries()) {
      log.warn("Attempt {} to judge {} failed: {}", held.tries(), job.name(), error);
      TestStore.forget(handle, job);
      leases.requeue(handle, job, error, now.plus(policy.exclusion()), false);
      wakeups.queueChanged(handle);
      return;
    }
    EventCode.JUDGING_GIVEN_UP
        .at(Level.ERROR, log)
        .log("Gave up judging {} after attempt {}: {}", job.name(), held.tries(), error);
    TestStore.forget(handle, job);
    ResultStore.failed(handle, job, error, now);
    if (job.lane() == Lane.SUBMISSION) {
      Totals.refresh(handle, Set.of(attempts(held)));
    }
    count(handle, held, Verdict.JE, now);
  }

  /** The work was returned unfinished. */
  void givenBack(Handle handle, LeaseStore.Held held) {
    TestStore.forget(handle, held.job());
    leases.requeue(handle, held.job(), null, null, true);
    wakeups.queueChanged(handle);
  }

  private void count(Handle handle, LeaseStore.Held held, Verdict verdict, Instant now) {
    handle.afterCommit(
        () -> metrics.judged(held.job().lane(), verdict, Duration.between(held.queuedAt(), now)));
  }

  private static Totals.Attempts attempts(LeaseStore.Held held) {
    return new Totals.Attempts(held.userId(), held.exerciseId());
  }
}
