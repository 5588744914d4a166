package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.http.ServiceClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseClientTest {
  private static final List<JobKind> KINDS = List.of(JobKind.RUN, JobKind.SUBMISSION);

  private final FakeScores scores = new FakeScores();
  private final LeaseClient client = Leases.client(scores);
  private final Lease lease = Leases.submission(17);

  @AfterEach
  void stop() {
    scores.close();
  }

  @Test
  void takesWork() {
    scores.work.add(lease);
    assertThat(client.acquire(List.of("python3"), KINDS, 5_000)).contains(lease);
    assertThat(client.acquire(List.of("python3"), KINDS, 0)).isEmpty();
    assertThat(scores.requests.getFirst().judge()).isEqualTo("judge-1");
    assertThat(scores.requests.getFirst().lanes()).containsExactly("run", "submission");
  }

  @Test
  void reportsWithTheFencingToken() throws Exception {
    client.heartbeat(lease);
    client.report(lease, new ProgressReport(17, null, 2, List.of(Leases.test(1))));
    client.finish(lease, Leases.result(lease, Verdict.AC));
    assertThat(scores.heartbeats).hasValue(1);
    assertThat(scores.progress.getFirst().fencingToken()).isEqualTo(17);
    assertThat(scores.progress.getFirst().tests()).containsExactly(Leases.test(1));
    assertThat(scores.results).containsExactly(Leases.result(lease, Verdict.AC));
  }

  @Test
  void everyReportSaysThatTheLeaseIsLost() {
    scores.lost.add("submission-17");
    assertThatThrownBy(() -> client.heartbeat(lease)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> client.report(lease, new ProgressReport(17, null, 2, List.of())))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> client.finish(lease, Leases.result(lease, Verdict.AC)))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> client.release(lease, "stopping")).isInstanceOf(LeaseLost.class);
  }

  @Test
  void aFailureOfTheServiceIsNoLoss() throws Exception {
    scores.failures.set(1);
    assertThatThrownBy(() -> client.heartbeat(lease)).isInstanceOf(ServiceClient.Unavailable.class);
    client.heartbeat(lease);
    scores.stop();
    assertThatThrownBy(() -> client.heartbeat(lease)).isInstanceOf(ServiceClient.Unavailable.class);
    scores.startAgain();
    client.heartbeat(lease);
    assertThat(scores.heartbeats).hasValue(2);
  }

  @Test
  void aReportGivesUpLongBeforeACallForWorkDoes() {
    LeaseClient impatient =
        Leases.client(
            scores,
            new LeaseClient.Timeouts(
                Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofSeconds(60)));
    scores.delay = Duration.ofSeconds(30);
    long start = System.nanoTime();
    assertThatThrownBy(() -> impatient.heartbeat(lease))
        .isInstanceOf(ServiceClient.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
