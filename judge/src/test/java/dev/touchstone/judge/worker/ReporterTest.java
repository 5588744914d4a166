package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.CompileReport;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReporterTest {
  private final FakeScores scores = new FakeScores();
  private final Lease lease = Leases.submission(1);
  private final Cancellation cancellation = Cancellation.ofThisThread();

  @AfterEach
  void stop() {
    cancellation.end();
    scores.close();
  }

  private Reporter start() {
    return Reporter.start(Leases.client(scores), lease, cancellation);
  }

  private static List<TestResult> tests(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Leases::test).toList();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void oneTestIsNotHeldBack() {
    try (Reporter reporter = start()) {
      reporter.tested(Leases.test(1));
      Await.until("the test to arrive", () -> scores.tests().equals(tests(1, 1)));
      reporter.tested(Leases.test(2));
      Await.until("the next one to arrive", () -> scores.tests().equals(tests(1, 2)));
    }
  }

  @Test
  void compilingAndTheNumberOfTestsAreReportedOnce() {
    try (Reporter reporter = start()) {
      reporter.compiled(true, "a warning");
      Await.until("the compiler's words to arrive", () -> !scores.progress.isEmpty());
      reporter.testsTotal(3);
      Await.until(
          "the number to arrive",
          () -> scores.progress.stream().anyMatch(report -> report.testsTotal() != null));
      reporter.tested(Leases.test(1));
      Await.until("the test to arrive", () -> scores.tests().size() == 1);
    }
    assertThat(scores.progress.getFirst().compile())
        .isEqualTo(new CompileReport(true, "a warning"));
    assertThat(scores.progress.getLast().compile()).isNull();
    assertThat(scores.progress.getLast().testsTotal()).isNull();
  }

  @Test
  void judgingDoesNotWaitForASlowServiceAndTestsTravelTogether() {
    scores.delay = Duration.ofMillis(300);
    try (Reporter reporter = start()) {
      long start = System.nanoTime();
      tests(1, 200).forEach(reporter::tested);
      assertThat(since(start))
          .as("a minute, were each waited for")
          .isLessThan(Duration.ofSeconds(20));
      Await.until("all tests to arrive", () -> scores.tests().size() == 200);
    }
    assertThat(scores.tests()).isEqualTo(tests(1, 200));
    assertThat(scores.progress).hasSizeLessThan(50);
  }

  @Test
  void testsAreReportedWhenTheServiceIsBack() {
    scores.stop();
    try (Reporter reporter = start()) {
      tests(1, 3).forEach(reporter::tested);
      scores.startAgain();
      Await.until("all tests to arrive", () -> scores.tests().size() == 3);
    }
    assertThat(scores.tests()).isEqualTo(tests(1, 3));
  }

  @Test
  void aReportWhoseAnswerWasLostIsRepeated() {
    scores.answersToLose.set(1);
    try (Reporter reporter = start()) {
      reporter.tested(Leases.test(1));
      Await.until("the test to arrive twice", () -> scores.tests().size() == 2);
      reporter.tested(Leases.test(2));
      Await.until("the next one to arrive", () -> scores.tests().size() == 3);
    }
    assertThat(scores.tests()).containsExactly(Leases.test(1), Leases.test(1), Leases.test(2));
  }

  @Test
  void newsAreBoundedWhileTheServiceIsAway() {
    scores.stop();
    try (Reporter reporter = start()) {
      tests(1, 10 * Reporter.MOST_TESTS).forEach(reporter::tested);
      scores.startAgain();
      Await.until("news to arrive", () -> !scores.progress.isEmpty());
    }
    assertThat(scores.progress.getFirst().tests()).hasSizeLessThanOrEqualTo(Reporter.MOST_TESTS);
  }

  @Test
  void theEndIsNotHeldUpByASlowService() {
    scores.delay = Duration.ofSeconds(30);
    Reporter reporter = start();
    reporter.tested(Leases.test(1));
    long start = System.nanoTime();
    reporter.close();
    assertThat(since(start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aLostLeaseInterruptsTheJudging() throws Exception {
    scores.lost.add(lease.leaseId());
    try (Reporter reporter = start()) {
      reporter.tested(Leases.test(1));
      Thread.sleep(Duration.ofSeconds(30));
      throw new AssertionError("nothing interrupted the judging");
    } catch (InterruptedException e) {
      assertThat(cancellation.end()).isTrue();
    }
  }
}
