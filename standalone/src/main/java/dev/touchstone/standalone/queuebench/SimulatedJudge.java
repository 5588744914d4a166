package dev.touchstone.standalone.queuebench;

import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A judge that takes no time to judge: it leases a job, reports its result, and leases the next. It
 * has its own connections, as a judge on another machine has.
 */
final class SimulatedJudge {
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  /** As a judge pauses when the service is overloaded. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Longer than a job is invisible while another lease is being stored. */
  private static final long WAIT_MS = 1000;

  private static final int ACCEPTED_POINTS = 1;

  private final String name;
  private final ServiceClient scores;
  private final List<TestResult> tests;

  SimulatedJudge(String name, URI scores, Secret token, int tests) {
    this.name = name;
    this.scores = new ServiceClient(scores, token, TIMEOUT);
    this.tests = IntStream.rangeClosed(1, tests).mapToObj(SimulatedJudge::test).toList();
  }

  /** Works until the time is over or no work is left. */
  void work(JudgeLog log) {
    LeaseRequest request =
        new LeaseRequest(name, List.of("python3", "cpp", "java"), JobKind.codes(), WAIT_MS);
    while (!log.isOver()) {
      long start = System.nanoTime();
      Optional<Lease> lease =
          repeat(log, () -> scores.post("/internal/v1/leases", request, Lease.class));
      if (lease.isEmpty()) {
        return;
      }
      log.leased(lease.get(), start, System.nanoTime());
      finish(lease.get(), log);
    }
  }

  private void finish(Lease lease, JudgeLog log) {
    ResultReport report = report(lease);
    long start = System.nanoTime();
    Supplier<Optional<Lease>> call =
        () -> {
          scores.post("/internal/v1/leases/" + lease.leaseId() + "/result", report);
          return Optional.of(lease);
        };
    try {
      if (repeat(log, call).isPresent()) {
        log.finished(lease, start, System.nanoTime());
      }
    } catch (ServiceClient.Refused e) {
      log.refusedResult(lease, e);
    }
  }

  /** Calls until the service answers; empty if the time is over before it does. */
  private static <T> Optional<T> repeat(JudgeLog log, Supplier<Optional<T>> call) {
    while (true) {
      try {
        return call.get();
      } catch (ServiceClient.Unavailable e) {
        log.failed();
        if (log.isAborted()) {
          return Optional.empty();
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ResultReport report(Lease lease) {
    return new ResultReport(
        lease.fencingToken(),
        Verdict.AC,
        ACCEPTED_POINTS,
        ACCEPTED_POINTS,
        20,
        25,
        9000,
        "",
        null,
        tests,
        null);
  }

  private static TestResult test(int index) {
    return new TestResult(
        index, "secret/" + index, "secret", false, Verdict.AC, 0, 20L, 25L, 9000L, 0, null, null);
  }
}
