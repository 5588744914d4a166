package dev.touchstone.scores.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.testing.Await;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultCollectorTest {
  private final Results results = new Results();
  private final ResultCollector collector = ResultCollector.start(results, 1);
  private final ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor();

  /** A store in memory that can be held up, and refuses some jobs. */
  private static final class Results implements ResultCollector.Sink {
    private final Semaphore open = new Semaphore(0);
    private final List<List<Long>> batches = new ArrayList<>();
    private final Set<Long> refused = new HashSet<>();

    @Override
    public Set<Job> store(Lane lane, List<JudgedJob> batch) {
      open.acquireUninterruptibly();
      List<Long> ids = batch.stream().map(result -> result.job().id()).toList();
      synchronized (this) {
        batches.add(ids);
        if (ids.contains(-1L)) {
          throw new IllegalStateException("This cannot be stored.");
        }
        Set<Job> stored = new HashSet<>();
        batch.stream()
            .map(JudgedJob::job)
            .filter(job -> !refused.contains(job.id()))
            .forEach(stored::add);
        return stored;
      }
    }

    synchronized List<List<Long>> batches() {
      return List.copyOf(batches);
    }
  }

  @AfterEach
  void stop() {
    results.open.release(1000);
    collector.close();
    judges.close();
  }

  private Future<Boolean> report(Lane lane, long id, String output) {
    JudgedJob result = result(lane, id, output);
    boolean isFirst = !results.open.hasQueuedThreads();
    int before = collector.waiting();
    Future<Boolean> answer = judges.submit(() -> collector.store(result));
    Await.until(
        "the result to wait",
        () -> isFirst ? results.open.hasQueuedThreads() : collector.waiting() == before + 1);
    return answer;
  }

  private Future<Boolean> report(long id) {
    return report(Lane.SUBMISSION, id, "");
  }

  @Test
  void resultsThatArriveDuringATransactionShareTheNext() throws Exception {
    List<Future<Boolean>> answers = new ArrayList<>();
    for (long id = 1; id <= 151; id++) {
      answers.add(report(id));
    }
    results.open.release(3);
    for (Future<Boolean> answer : answers) {
      assertThat(answer.get()).isTrue();
    }
    assertThat(results.batches()).extracting(List::size).containsExactly(1, 100, 50);
    assertThat(results.batches().stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @Test
  void nobodyIsAnsweredBeforeTheCommit() throws Exception {
    Future<Boolean> answer = report(1);
    assertThat(answer.isDone()).isFalse();
    results.open.release();
    assertThat(answer.get()).isTrue();
  }

  @Test
  void lanesTheSameJobAndHugeReportsAreKeptApart() throws Exception {
    List<Future<Boolean>> answers = new ArrayList<>();
    answers.add(report(1));
    answers.add(report(2));
    answers.add(report(2));
    answers.add(report(Lane.RUN, 2, ""));
    answers.add(report(Lane.SUBMISSION, 3, "x".repeat(5_000_000)));
    answers.add(report(4));
    results.open.release(10);
    for (Future<Boolean> answer : answers) {
      assertThat(answer.get()).isTrue();
    }
    assertThat(results.batches())
        .containsExactly(List.of(1L), List.of(2L, 4L), List.of(2L), List.of(2L), List.of(3L));
  }

  @Test
  void whatWasNotStoredIsLeftToItsCaller() throws Exception {
    results.refused.add(2L);
    List<Future<Boolean>> answers = List.of(report(1), report(2), report(3));
    results.open.release(10);
    assertThat(answers.get(1).get()).isFalse();
    assertThat(answers.get(2).get()).isTrue();
  }

  @Test
  void aFailedTransactionIsLeftToItsCallersAndTheNextSucceeds() throws Exception {
    Future<Boolean> first = report(1);
    Future<Boolean> good = report(2);
    Future<Boolean> bad = report(-1);
    results.open.release(2);
    assertThat(first.get()).isTrue();
    assertThat(good.get()).isFalse();
    assertThat(bad.get()).isFalse();
    Future<Boolean> later = judges.submit(() -> collector.store(result(Lane.SUBMISSION, 3, "")));
    results.open.release();
    assertThat(later.get()).isTrue();
  }

  @Test
  void whoWaitsWhenTheCollectorClosesStoresAlone() throws Exception {
    Future<Boolean> first = report(1);
    Future<Boolean> second = report(2);
    collector.close();
    assertThat(second.get()).isFalse();
    assertThat(collector.store(result(Lane.SUBMISSION, 3, ""))).isFalse();
    results.open.release();
    assertThat(first.get()).as("its transaction was open").isTrue();
  }

  private static JudgedJob result(Lane lane, long id, String output) {
    return new JudgedJob(
        new Job(lane, id), 1, Verdict.AC, 1, 1, 1, output, null, null, List.of(), List.of());
  }
}
