package dev.touchstone.judge.worker;

import dev.touchstone.judgeprotocol.Heartbeat;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.ReleaseReport;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls the scores service: takes leases and reports on them. Thread-safe. */
final class LeaseClient {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private final ServiceClient work;
  private final ServiceClient progress;
  private final ServiceClient results;
  private final String judge;

  LeaseClient(URI scores, Secret token, String judge, Timeouts timeouts) {
    this.work = new ServiceClient(scores, token, timeouts.work());
    this.progress = new ServiceClient(scores, token, timeouts.progress());
    this.results = new ServiceClient(scores, token, timeouts.result());
    this.judge = judge;
  }

  /**
   * How long the service may be silent.
   *
   * @param work longer than the longest wait for work
   * @param progress of a heartbeat or a progress report: short, since the next one makes up for it
   * @param result of a result, which may be large, or a release
   */
  record Timeouts(Duration work, Duration progress, Duration result) {
    static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(40), Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  /** The lease has ended: another judge may have the work, and reports change nothing. */
  static final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Waits for work; empty if there was none in that time. */
  Optional<Lease> acquire(List<String> languages, List<JobKind> kinds, long waitMs) {
    List<String> lanes = kinds.stream().map(JobKind::code).toList();
    LeaseRequest request = new LeaseRequest(judge, languages, lanes, waitMs);
    return work.post("/internal/v1/leases", request, Lease.class);
  }

  void heartbeat(Lease lease) throws LeaseLost {
    send(progress, lease, "heartbeat", new Heartbeat(lease.fencingToken()));
  }

  void report(Lease lease, ProgressReport report) throws LeaseLost {
    send(progress, lease, "events", report);
  }

  void finish(Lease lease, ResultReport result) throws LeaseLost {
    send(results, lease, "result", result);
  }

  /** Returns unfinished work, so that another judge need not wait until the lease expires. */
  void release(Lease lease, String reason) throws LeaseLost {
    send(results, lease, "release", new ReleaseReport(lease.fencingToken(), reason));
  }

  private static void send(ServiceClient scores, Lease lease, String what, Object body)
      throws LeaseLost {
    try {
      scores.post("/internal/v1/leases/" + lease.leaseId() + "/" + what, body);
    } catch (ServiceClient.Refused e) {
      if (e.status() == CONFLICT || e.status() == NOT_FOUND) {
        throw new LeaseLost();
      }
      throw e;
    }
  }
}
