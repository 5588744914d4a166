package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.testing.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final FakeScores scores = new FakeScores();
  private final FakeWork work = new FakeWork();
  private final Worker worker =
      new Worker(
          Leases.client(scores),
          work,
          List.of("python3"),
          List.of(JobKind.SUBMISSION),
          new JudgeMetrics(new SimpleMeterRegistry()));
  private final Thread thread = Thread.ofVirtual().unstarted(worker);

  /** Answers with AC at once, unless a test sets another result for a lease. */
  private static final class FakeWork implements LeasedWork {
    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<String> interrupted = new CopyOnWriteArrayList<>();
    volatile String endless = "";
    volatile String held = "";
    volatile String reporting = "";
    volatile String unavailable = "";

    @Override
    public ResultReport result(Lease lease, Progress progress) {
      String id = lease.leaseId();
      begun.add(id);
      if (id.equals(unavailable)) {
        // Nothing listens on this port.
        new ServiceClient(URI.create("http://127.0.0.1:1"), Secret.of("token")).post("/", "");
      }
      if (id.equals(reporting)) {
        progress.tested(Leases.test(1));
      }
      if (id.equals(endless)) {
        return untilInterrupted(lease);
      }
      Await.until("the test to let the work end", () -> !id.equals(held));
      return Leases.result(lease, Verdict.AC);
    }

    private ResultReport untilInterrupted(Lease lease) {
      try {
        Thread.sleep(Duration.ofMinutes(5));
        throw new AssertionError("nothing interrupted the work");
      } catch (InterruptedException e) {
        interrupted.add(lease.leaseId());
        Thread.currentThread().interrupt(); // as the sandbox leaves it
        return Leases.result(lease, Verdict.JE);
      }
    }
  }

  @BeforeEach
  void start() {
    thread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    worker.stop();
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(30))).as("the worker ends").isTrue();
    scores.close();
  }

  private List<Long> finished() {
    return scores.results.stream().map(ResultReport::fencingToken).toList();
  }

  private void awaitFinished(Long... tokens) {
    Await.until("results of " + List.of(tokens), () -> finished().equals(List.of(tokens)));
  }

  @Test
  void judgesOneLeaseAfterTheOther() {
    for (int i = 1; i <= 3; i++) {
      scores.work.add(Leases.submission(i));
    }
    awaitFinished(1L, 2L, 3L);
    assertThat(scores.requests)
        .allSatisfy(request -> assertThat(request.languages()).containsExactly("python3"))
        .allSatisfy(request -> assertThat(request.lanes()).containsExactly("submission"));
  }

  @Test
  void stopsAJudgingWhoseHeartbeatSaysThatItsLeaseIsLostAndTakesTheNext() {
    work.endless = "submission-1";
    scores.work.add(Leases.submission(1));
    Await.until("the work to begin", () -> work.begun.contains("submission-1"));
    scores.work.add(Leases.submission(2));
    scores.work.add(Leases.submission(3));
    long start = System.nanoTime();
    scores.lost.add("submission-1");
    awaitFinished(2L, 3L);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(work.interrupted).containsExactly("submission-1");
    assertThat(scores.releases).isEmpty();
  }

  @Test
  void stopsAJudgingWhoseProgressReportSaysThatItsLeaseIsLost() {
    work.endless = "submission-1";
    work.reporting = "submission-1";
    scores.lost.add("submission-1");
    scores.work.add(Leases.submission(1));
    scores.work.add(Leases.submission(2));
    awaitFinished(2L);
    assertThat(work.interrupted).containsExactly("submission-1");
  }

  @Test
  void deliversAResultOnceTheServiceIsBack() {
    work.held = "submission-1";
    scores.work.add(Leases.submission(1));
    Await.until("the work to begin", () -> work.begun.contains("submission-1"));
    scores.stop();
    work.held = "";
    scores.startAgain();
    awaitFinished(1L);
    scores.work.add(Leases.submission(2));
    awaitFinished(1L, 2L);
  }

  @Test
  void aResultThatWasTakenThoughItsAnswerWasLostCountsOnce() {
    scores.answersToLose.set(1);
    scores.work.add(Leases.submission(1));
    scores.work.add(Leases.submission(2));
    awaitFinished(1L, 2L);
  }

  @Test
  void goesOnWhenTheServiceIsBack() {
    Await.until("a call for work to wait", () -> !scores.requests.isEmpty());
    scores.stop();
    scores.work.add(Leases.submission(1));
    scores.startAgain();
    awaitFinished(1L);
  }

  @Test
  void givesWorkBackWhoseExerciseCantBeFetched() {
    work.unavailable = "submission-1";
    scores.work.add(Leases.submission(1));
    scores.work.add(Leases.submission(2));
    awaitFinished(2L);
    assertThat(scores.releases).hasSize(1);
  }

  @Test
  void givesWorkBackWhenItIsStopped() {
    work.endless = "submission-1";
    scores.work.add(Leases.submission(1));
    Await.until("the work to begin", () -> work.begun.contains("submission-1"));
    worker.stop();
    thread.interrupt();
    Await.until("the work to be returned", () -> scores.releases.size() == 1);
    assertThat(scores.results).isEmpty();
  }

  @Test
  void aSlowServiceHoldsUpNoResult() {
    scores.delay = Duration.ofSeconds(60);
    work.reporting = "submission-1";
    scores.work.add(Leases.submission(1));
    awaitFinished(1L);
  }
}
