package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Results that many judges report at the same time, which share transactions. */
class ResultsTogetherTest {
  private static final RunningService SERVICE = RunningService.start();
  private final FakeJudge judge = SERVICE.judge;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private List<Lease> leases(int count) {
    List<Lease> leases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leases.add(judge.named("judge-" + i).take());
    }
    return leases;
  }

  private static List<HttpProbe.Answer> together(List<Callable<HttpProbe.Answer>> calls)
      throws Exception {
    List<HttpProbe.Answer> answers = new ArrayList<>();
    try (ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpProbe.Answer> answer : judges.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void aFaultyAStaleAndARepeatedReportAreRefusedAndTheOthersStored() throws Exception {
    long exercise = SERVICE.exercise();
    List<Person> learners = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Person learner = i % 3 == 0 ? SERVICE.learner() : learners.getLast();
      learners.add(learner);
      ids.add(SERVICE.submit(learner, exercise));
    }
    List<Lease> leases = leases(24);
    List<Callable<HttpProbe.Answer>> calls = new ArrayList<>();
    for (Lease lease : leases) {
      long number = lease.job();
      calls.add(() ->
          judge.finish(
              lease,
              number % 2 == 0 ? "AC" : "WA",
              number % 2 == 0 ? 10 : 5,
              JsonTest.hidden(1, "AC"),
              JsonTest.hidden(2, "WA")));
    }
    try (Database database = SERVICE.database()) {
      database
          .jdbi()
          .useHandle(handle ->
              handle.execute("ALTER TABLE scores ADD CHECK (execution_time_ms <> 666) NOT VALID"));
    }
    calls.set(
        7,
        () -> {
          Map<String, Object> result = new HashMap<>(FakeJudge.result("AC", 10));
          result.put("cpu_ms", 666);
          result.put("fencing_token", leases.get(7).token());
          return SERVICE
              .probe
              .withToken(RunningService.JUDGE_TOKEN)
              .post(
                  "/internal/v1/leases/" + leases.get(7).id() + "/result",
                  Json.MAPPER.writeValueAsString(result));
        });
    Lease stale = leases.get(3);
    calls.set(
        3,
        () -> {
          Map<String, Object> result = FakeJudge.result("AC", 10);
          result.put("fencing_token", stale.token() - 1);
          return judge.send(stale, "result", result);
        });
    calls.add(calls.get(5));
    List<HttpProbe.Answer> answers = together(calls);

    assertThat(answers.get(3).code()).isEqualTo("lease_lost");
    assertThat(answers.get(7).status()).isEqualTo(500);
    assertThat(List.of(answers.get(5).status(), answers.get(24).status()))
        .containsExactlyInAnyOrder(204, 409);
    for (int i = 0; i < 24; i++) {
      JsonNode shown =
          SERVICE.submission(ownerOf(leases.get(i), ids, learners), leases.get(i).job());
      boolean stored = i != 3 && i != 7;
      if (i != 5) {
        assertThat(answers.get(i).status() == 204).isEqualTo(stored);
      }
      assertThat(shown.path("status").asString()).isEqualTo(stored ? "judged" : "judging");
      assertThat(shown.path("tests")).hasSize(stored ? 2 : 0);
    }
    assertThatTotalsAreThoseOfTheSubmissions();
  }

  private static Person ownerOf(Lease lease, List<Long> ids, List<Person> learners) {
    return learners.get(ids.indexOf(lease.job()));
  }

  /** Another transaction holds one of the rows and one of the learners: nobody waits for ever. */
  @Test
  void aRowThatSomebodyElseHoldsDoesNotHoldUpTheOthers() throws Exception {
    long exercise = SERVICE.exercise();
    Person learner = SERVICE.learner();
    for (int i = 0; i < 8; i++) {
      SERVICE.submit(i == 0 ? learner : SERVICE.learner(), exercise);
    }
    List<Lease> leases = leases(8);
    Lease held = leases.getFirst();
    try (Database database = SERVICE.database();
        Handle other = database.jdbi().open();
        ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      other.begin();
      other.execute("UPDATE scores SET queued_at = queued_at WHERE id = ?", held.job());
      Future<HttpProbe.Answer> waits = judges.submit(() -> judge.finish(held, "AC", 10));
      List<Callable<HttpProbe.Answer>> calls = new ArrayList<>();
      leases.stream().skip(1).forEach(lease -> calls.add(() -> judge.finish(lease, "AC", 10)));
      assertThat(together(calls)).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(204));
      assertThat(waits.isDone()).isFalse();
      other.commit();
      assertThat(waits.get().status()).isEqualTo(204);
    }
    assertThatTotalsAreThoseOfTheSubmissions();
  }

  private static void assertThatTotalsAreThoseOfTheSubmissions() {
    String wrong =
        """
        SELECT count(*) FROM learners LEFT JOIN (
          SELECT user_id, sum(best) AS points, count(*) FILTER (WHERE best = 100) AS solved FROM (
            SELECT user_id, coalesce(max(score_points), 0) AS best FROM scores
            GROUP BY user_id, exercise_id) AS exercises
          GROUP BY user_id) AS expected USING (user_id)
        WHERE (learners.points, learners.solved) IS DISTINCT FROM (expected.points, expected.solved)
        """;
    try (Database database = SERVICE.database()) {
      assertThat(
              database
                  .jdbi()
                  .<Long, RuntimeException>withHandle(
                      handle -> handle.createQuery(wrong).mapTo(Long.class).one()))
          .isZero();
    }
  }
}
