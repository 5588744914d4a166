package dev.touchstone.judge.worker;

import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.SourceFile;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.config.Secret;
import java.time.Duration;
import java.util.List;

/** What tests of a judge's side of the protocol send and get. */
final class Leases {
  private static final LeaseClient.Timeouts SHORT =
      new LeaseClient.Timeouts(
          Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2));

  private Leases() {}

  static LeaseClient client(FakeScores scores) {
    return client(scores, SHORT);
  }

  static LeaseClient client(FakeScores scores, LeaseClient.Timeouts timeouts) {
    return new LeaseClient(scores.address(), Secret.of("token"), "judge-1", timeouts);
  }

  /** A lease of a submission whose heartbeat is due every 100 ms. */
  static Lease submission(int number) {
    return new Lease(
        "submission-" + number,
        number,
        JobKind.SUBMISSION,
        7,
        3,
        "python3",
        List.of(new SourceFile("main", "print(1)\n")),
        null,
        100,
        null);
  }

  static TestResult test(int index) {
    return new TestResult(
        index, "secret/" + index, "secret", false, Verdict.AC, 0, 1L, 1L, 1L, 0, null, null);
  }

  static ResultReport result(Lease lease, Verdict verdict) {
    return new ResultReport(
        lease.fencingToken(), verdict, 1, 1, 1, 1, 1, "", null, List.of(), null);
  }
}
