package dev.touchstone.judge.worker;

import dev.touchstone.judge.verdict.TestResult;
import dev.touchstone.platform.http.ServiceClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The judging protocol of the scores service. Thread-safe. */
final class LeaseClient {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final List<String> LANES = List.of("run", "submission");
  private final ServiceClient scores;
  private final String judge;

  LeaseClient(ServiceClient scores, String judge) {
    this.scores = scores;
    this.judge = judge;
  }

  /** The lease was lost: somebody else works on it now, and what we report is ignored. */
  static final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  record Request(String judge, List<String> languages, List<String> lanes, long waitMs) {}

  record Heartbeat(long fencingToken) {}

  record Compile(boolean ok, String output) {}

  record Events(
      long fencingToken,
      @Nullable Compile compile,
      @Nullable Integer testsTotal,
      List<TestResult> tests) {}

  record Output(
      String stdout,
      String stderr,
      @Nullable Integer exitCode,
      @Nullable Integer signal,
      long timeMs,
      long memoryKib,
      boolean truncated) {}

  record Result(
      long fencingToken,
      String verdict,
      double points,
      double maxPoints,
      long cpuMs,
      long wallMs,
      long memoryKib,
      String compileOutput,
      @Nullable String feedbackMessage,
      List<TestResult> tests,
      @Nullable Output output) {}

  record Release(long fencingToken, String reason) {}

  /** Waits for work; empty if there was none in that time. */
  Optional<Lease> acquire(List<String> languages, long waitMs) {
    return scores.post(
        "/internal/v1/leases", new Request(judge, languages, LANES, waitMs), Lease.class);
  }

  void heartbeat(Lease lease) throws LeaseLost {
    send(lease, "heartbeat", new Heartbeat(lease.fencingToken()));
  }

  void report(Lease lease, Events events) throws LeaseLost {
    send(lease, "events", events);
  }

  void finish(Lease lease, Result result) throws LeaseLost {
    send(lease, "result", result);
  }

  /** Gives work back unfinished, so that another judge need not wait until the lease expires. */
  void release(Lease lease, String reason) throws LeaseLost {
    send(lease, "release", new Release(lease.fencingToken(), reason));
  }

  private void send(Lease lease, String what, Object body) throws LeaseLost {
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
