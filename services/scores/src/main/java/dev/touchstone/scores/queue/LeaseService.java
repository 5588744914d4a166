package dev.touchstone.scores.queue;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.telemetry.EventCode;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.TestStore;
import dev.touchstone.scores.judging.Verdict;
import dev.touchstone.scores.wakeup.Signal;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
public final class LeaseService {
  private static final Logger log = LoggerFactory.getLogger(LeaseService.class);

  /** How long a waiting judge relies on notifications alone. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int SWEEP = 100;

  private final Jdbi jdbi;
  private final LeaseStore leases;
  private final LeasePolicy policy;
  private final Judges judges;
  private final Wakeups wakeups;
  private final QueueMetrics metrics;
  private final Outcomes outcomes;
  private final Clock clock;
  private final LaneOrder order = new LaneOrder();

  /** Wires the service. */
  public LeaseService(
      Jdbi jdbi,
      LeasePolicy policy,
      Judges judges,
      Wakeups wakeups,
      QueueMetrics metrics,
      Clock clock) {
    this.jdbi = jdbi;
    this.leases = new LeaseStore(jdbi);
    this.policy = policy;
    this.judges = judges;
    this.wakeups = wakeups;
    this.metrics = metrics;
    this.outcomes = new Outcomes(leases, policy, metrics);
    this.clock = clock;
  }

  /** Waits for work as long as the judge wishes; empty if there was none. */
  Optional<Lease> acquire(LeaseRequest.Checked request) {
    long end = System.nanoTime() + Duration.ofMillis(request.waitMs()).toNanos();
    Signal queue = wakeups.queue();
    judges.seen(request.judge(), request.languages());
    while (true) {
      if (wakeups.isClosed()) {
        throw ProblemException.unavailable("This process stops; try again soon.");
      }
      long seen = queue.count();
      Optional<Lease> lease = tryAcquire(request);
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (lease.isPresent() || !left.isPositive() || Thread.currentThread().isInterrupted()) {
        return lease;
      }
      queue.await(seen, left.compareTo(LOOK) < 0 ? left : LOOK);
    }
  }

  /** Keeps a lease alive. */
  void heartbeat(Job job, Report.Heartbeat report) {
    Instant end = leaseEnd();
    if (!jdbi.withHandle(handle -> leases.extend(handle, job, report.fencingToken(), end))) {
      throw leaseLost();
    }
  }

  /** Stores news of a job for those who watch it; keeps the lease alive, too. */
  void report(Job job, Report.Events report) {
    inLease(
        job,
        handle -> leases.hold(handle, job, report.fencingToken()),
        (handle, held) -> {
          leases.extend(handle, job, report.fencingToken(), leaseEnd());
          if (report.changesState()) {
            leases.changeState(handle, job, report);
          }
          int count = report.testsOrNone().size();
          if (count > 0) {
            long event = leases.reserveEvents(handle, job, count);
            TestStore.put(handle, job, event, report.testsOrNone());
          }
        });
  }

  /** Takes a result, once; a judge that failed is replaced by another one, a few times. */
  void finish(Job job, Report.Result result) {
    Instant now = clock.instant();
    inLease(
        job,
        handle -> {
          outcomes.lockLearner(handle, job);
          return leases.hold(handle, job, result.fencingToken());
        },
        (handle, held) -> {
          if (result.verdict() == Verdict.JE) {
            outcomes.failed(handle, held, reason(result.feedbackMessage()), now);
          } else {
            outcomes.judged(handle, held, result, now);
          }
        });
  }

  /** Takes unfinished work back; it counts as no try. */
  void release(Job job, Report.Release report) {
    inLease(job, handle -> leases.hold(handle, job, report.fencingToken()), outcomes::givenBack);
  }

  /** Puts jobs whose judge fell silent back into the queue, or gives them up. */
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
                outcomes.failed(handle, held, "The judge fell silent.", now);
              });
        } catch (ProblemException e) {
          log.debug("{} was reported on or taken back in the meantime", job.name());
        }
      }
    }
  }

  private Optional<Lease> tryAcquire(LeaseRequest.Checked request) {
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      for (Lane lane : order.next(request.lanes())) {
        Optional<LeaseStore.Taken> taken = leases.take(handle, lane, request, now, leaseEnd());
        if (taken.isPresent()) {
          order.given();
          Wakeups.jobChanged(handle, taken.get().job());
          return taken.map(this::lease);
        }
      }
      return Optional.empty();
    });
  }

  private Lease lease(LeaseStore.Taken taken) {
    return new Lease(
        taken.job().name(),
        taken.fencingToken(),
        taken.job().lane().wireName(),
        taken.exerciseId(),
        taken.exerciseRevision(),
        taken.language(),
        taken.data().files(),
        taken.data().input(),
        policy.heartbeatMillis());
  }

  /** What is done with a job while it is held. */
  private interface Change {
    void apply(Handle handle, LeaseStore.Held held);
  }

  private void inLease(Job job, Function<Handle, Optional<LeaseStore.Held>> hold, Change change) {
    jdbi.useTransaction(handle -> {
      LeaseStore.Held held = hold.apply(handle).orElseThrow(LeaseService::leaseLost);
      change.apply(handle, held);
      Wakeups.jobChanged(handle, job);
    });
  }

  private Instant leaseEnd() {
    return clock.instant().plus(policy.duration());
  }

  private static String reason(@Nullable String message) {
    return message == null || message.isBlank() ? "The judge gave no reason." : message;
  }

  private static ProblemException leaseLost() {
    return ProblemException.conflict(
        "lease_lost", "This lease has ended; what it reports is not taken.");
  }
}
