package dev.touchstone.judge.worker;

import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.TestResult;
import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on how judging goes, for the learner who watches. Nothing depends on it: the result holds
 * everything again, so a report that fails is dropped.
 */
final class Reporter implements Progress {
  private static final Logger log = LoggerFactory.getLogger(Reporter.class);
  private final LeaseClient leases;
  private final Lease lease;
  private boolean failed;

  Reporter(LeaseClient leases, Lease lease) {
    this.leases = leases;
    this.lease = lease;
  }

  @Override
  public void compiled(boolean ok, String output) {
    report(new LeaseClient.Compile(ok, output), null, List.of());
  }

  @Override
  public void testsTotal(int count) {
    report(null, count, List.of());
  }

  @Override
  public void tested(TestResult result) {
    report(null, null, List.of(result));
  }

  private void report(
      LeaseClient.@Nullable Compile compile, @Nullable Integer total, List<TestResult> tests) {
    if (failed) {
      return;
    }
    try {
      leases.report(lease, new LeaseClient.Events(lease.fencingToken(), compile, total, tests));
    } catch (LeaseLost | RuntimeException e) {
      failed = true;
      log.warn("Progress of lease {} can't be reported", lease.leaseId(), e);
    }
  }
}
