package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Heartbeat;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.ReleaseReport;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.telemetry.EventCode;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.progress.Completions;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hands jobs to judges and takes what they report. Every report is checked against the fencing
 * token in the transaction that it changes something in, so a judge that lost its lease changes
 * nothing. Thread-safe.
 */
public final class LeaseService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LeaseService.class);

  private static final int SWEEP = 100;

  /** While one transaction is written to the disk, the other is prepared. */
  private static final int TRANSACTIONS = 2;

  private final Jdbi jdbi;
  private final LeaseStore leases;
  private final LeasePolicy policy;
  private final Judges judges;
  private final Wakeups wakeups;
  private final Dispatcher dispatcher;
  private final ReportLimit limit;
  private final QueueMetrics metrics;
  private final Outcomes outcomes;
  private final ResultCollector results;
  private final Clock clock;

  /** Creates the service. */
  public LeaseService(
      Jdbi jdbi,
      LeasePolicy policy,
      Judges judges,
      Wakeups wakeups,
      ReportLimit limit,
      QueueMetrics metrics,
      Completions completions,
      Tracing tracing,
      Clock clock) {
    JobSpans spans = new JobSpans(tracing);
    this.jdbi = jdbi;
    this.leases = new LeaseStore(jdbi);
    this.policy = policy;
    this.judges = judges;
    this.wakeups = wakeups;
    this.limit = limit;
    this.metrics = metrics;
    this.dispatcher =
        Dispatcher.start(
            new Handout(jdbi, leases, policy, wakeups, metrics, spans, clock),
            wakeups.queue(),
            wakeups::isClosed);
    this.outcomes = new Outcomes(leases, policy, judges, wakeups, metrics, completions, spans);
    this.results =
        ResultCollector.start(
            new ResultBatch(jdbi, leases, outcomes, wakeups, clock), TRANSACTIONS);
    this.clock = clock;
  }

  /** Waits for work as long as the judge wishes; empty if there was none. */
  Optional<Lease> acquire(WorkRequest request) {
    judges.seen(request.judge(), request.languages(), request.lanes());
    return dispatcher.acquire(request);
  }

  /** Keeps a lease alive. */
  void heartbeat(Job job, Heartbeat report) {
    Instant end = leaseEnd();
    if (!jdbi.withHandle(handle -> leases.extend(handle, job, report.fencingToken(), end))) {
      throw leaseLost();
    }
  }

  /**
   * Stores the progress of a job for its followers, and keeps the lease alive. Results of hidden
   * tests are left to the end, since the time of each would show how long its program took, and a
   * program can make that depend on the input. Followers are not woken for them either.
   */
  void report(Job job, ProgressReport report) {
    List<JudgedTest> shown =
        report.tests().stream().filter(TestResult::sample).map(JudgedTest::of).toList();
    limit.run(() ->
        jdbi.useTransaction(handle -> {
          var _ =
              leases.hold(handle, job, report.fencingToken()).orElseThrow(LeaseService::leaseLost);
          leases.extend(handle, job, report.fencingToken(), leaseEnd());
          boolean changed = leases.changeState(handle, job, report);
          if (!shown.isEmpty()) {
            long event = leases.reserveEvents(handle, job, shown.size());
            TestStore.put(handle, job, event, shown);
          }
          if (changed || !shown.isEmpty()) {
            wakeups.jobChanged(handle, job);
          }
        }));
  }

  /** Accepts a result once; if a judge failed, another one tries, a limited number of times. */
  void finish(Job job, ResultReport result) {
    if (result.verdict().isJudgesFault()) {
      String reason = reason(StorableText.of(result.feedbackMessage()));
      endLease(
          job,
          result.fencingToken(),
          (handle, held) -> outcomes.failed(handle, held, reason, clock.instant()));
      return;
    }
    JudgedJob judged = JudgedJob.of(job, result);
    if (!results.store(judged)) {
      endLease(
          job,
          result.fencingToken(),
          (handle, held) ->
              outcomes.judged(
                  handle,
                  job.lane(),
                  List.of(new ResultStore.HeldResult(held, judged)),
                  clock.instant()));
    }
  }

  /** Takes back unfinished work; it does not count as an attempt. */
  void release(Job job, ReleaseReport report) {
    inLease(job, handle -> leases.hold(handle, job, report.fencingToken()), outcomes::givenBack);
  }

  /** Requeues jobs whose judge stopped reporting, or gives them up. */
  public void sweep() {
    for (Lane lane : Lane.values()) {
      Instant now = clock.instant();
      for (Job job : leases.expired(lane, now, SWEEP)) {
        try {
          inLease(
              job,
              handle -> {
                outcomes.lockLearner(handle, job);
                return leases.holdExpired(handle, job, now);
              },
              (handle, held) -> {
                metrics.expired(lane);
                EventCode.LEASE_EXPIRED
                    .at(Level.WARN, log)
                    .log("The lease of {} expired: its judge stopped reporting", job.name());
                outcomes.failed(handle, held, "The judge stopped reporting.", now);
              });
        } catch (ProblemException e) {
          log.debug("{} was reported on or returned in the meantime", job.name());
        }
      }
    }
  }

  /** Ends the collecting of results, after the last judge was answered. */
  @Override
  public void close() {
    results.close();
  }

  /** What is done with a job while it is held. */
  private interface Change {
    void apply(Handle handle, LeaseStore.Held held);
  }

  private void inLease(Job job, Function<Handle, Optional<LeaseStore.Held>> hold, Change change) {
    jdbi.useTransaction(handle -> {
      LeaseStore.Held held = hold.apply(handle).orElseThrow(LeaseService::leaseLost);
      change.apply(handle, held);
      wakeups.jobChanged(handle, job);
    });
  }

  /** Ends the lease with the given token in a transaction of its own. */
  private void endLease(Job job, long token, Change change) {
    limit.run(() ->
        inLease(
            job,
            handle -> {
              outcomes.lockLearner(handle, job);
              return leases.hold(handle, job, token);
            },
            change));
  }

  private Instant leaseEnd() {
    return clock.instant().plus(policy.duration());
  }

  private static String reason(@Nullable String message) {
    return message == null || message.isBlank() ? "The judge gave no reason." : message;
  }

  private static ProblemException leaseLost() {
    return ProblemException.conflict(
        "lease_lost", "This lease has ended; the report was not stored.");
  }
}
