package dev.touchstone.judge.worker;

import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.telemetry.LogFields;
import dev.touchstone.platform.tracing.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes one lease after the other until it is stopped. Whatever goes wrong with one, the next is
 * taken; work whose lease is lost is stopped at once.
 */
final class Worker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /** How long to wait for work in one call. */
  private static final long WAIT_MS = 20_000;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final LeaseClient leases;
  private final LeasedWork work;
  private final List<String> languages;
  private final List<JobKind> kinds;
  private final JudgeMetrics metrics;
  private final Outage outage = new Outage(log, "Leasing work");
  private volatile boolean stopping;

  /**
   * Prepares a worker.
   *
   * @param languages ids of the languages that it takes work in
   * @param kinds of the work that it takes
   */
  Worker(
      LeaseClient leases,
      LeasedWork work,
      List<String> languages,
      List<JobKind> kinds,
      JudgeMetrics metrics) {
    this.leases = leases;
    this.work = work;
    this.languages = List.copyOf(languages);
    this.kinds = List.copyOf(kinds);
    this.metrics = metrics;
  }

  /** Stops taking work; the thread that runs this should be interrupted, too. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        Optional<Lease> lease = leases.acquire(languages, kinds, WAIT_MS);
        outage.recovered();
        lease.ifPresent(this::workInTrace);
      } catch (RuntimeException
          | Error e) { // the service is unavailable or restarting, or memory is short
        if (!stopping) {
          outage.failed(e);
          pause();
        }
      }
    }
  }

  /** Calls for the work, and log lines about it, belong to the trace of the lease. */
  private void workInTrace(Lease lease) {
    Context place = TraceContext.parse(lease.traceparent());
    MDC.put(LogFields.JOB, lease.leaseId());
    if (Span.fromContext(place).getSpanContext().isValid()) {
      MDC.put(LogFields.TRACE_ID, Span.fromContext(place).getSpanContext().getTraceId());
    }
    try (Scope _ = place.makeCurrent()) {
      work(lease);
    } finally {
      LogFields.clear();
    }
  }

  private void work(Lease lease) {
    long start = System.nanoTime();
    Cancellation cancellation = Cancellation.ofThisThread();
    try (HeartbeatThread heartbeat = HeartbeatThread.start(leases, lease, cancellation)) {
      ResultReport result = result(lease, cancellation);
      if (stopping && result.verdict().isJudgesFault()) {
        boolean _ = Thread.interrupted(); // what ended the judging would end this call, too
        leases.release(lease, "The judge is stopping.");
        return;
      }
      finish(lease, result, heartbeat);
      metrics.judged(result.verdict(), lease.kind(), System.nanoTime() - start);
    } catch (ServiceClient.Unavailable e) { // the exercise can't be fetched, which is not its fault
      log.warn("Returning lease {}: {}", lease.leaseId(), e.getMessage());
      giveBack(lease);
      pause();
    } catch (LeaseLost e) {
      log.warn("Lease {} was lost; its judging was stopped", lease.leaseId());
    } finally {
      cancellation.end();
    }
  }

  /** Judges; if the lease is lost in the meantime, the result is dropped. */
  private ResultReport result(Lease lease, Cancellation cancellation) throws LeaseLost {
    ResultReport result;
    try (Reporter reporter = Reporter.start(leases, lease, cancellation)) {
      result = work.result(lease, reporter);
    } catch (ServiceClient.Unavailable e) {
      if (cancellation.end()) {
        throw new LeaseLost();
      }
      throw e;
    }
    if (cancellation.end()) {
      throw new LeaseLost();
    }
    return result;
  }

  private void giveBack(Lease lease) {
    try {
      leases.release(lease, "The exercises service can't be reached.");
    } catch (LeaseLost | RuntimeException e) { // then it expires
      log.warn("Lease {} can't be returned", lease.leaseId(), e);
    }
  }

  /** A result is finished work: it is sent until it is accepted or the lease is lost. */
  private void finish(Lease lease, ResultReport result, HeartbeatThread heartbeat)
      throws LeaseLost {
    while (true) {
      try {
        leases.finish(lease, result);
        return;
      } catch (ServiceClient.Unavailable e) {
        if (stopping || heartbeat.isLost()) {
          throw new LeaseLost();
        }
        log.warn("The result of lease {} can't be delivered; trying again", lease.leaseId());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
