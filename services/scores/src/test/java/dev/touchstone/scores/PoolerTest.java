package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scores behind a real PgBouncer in transaction mode; skipped where it is not installed. */
class PoolerTest {
  private static final int LEARNERS = 8;
  private static final int ATTEMPTS = 3;

  @Test
  void aClassSubmitsAndIsJudged() throws Exception {
    Assumptions.assumeTrue(TestPooler.isInstalled(), TestPooler.PROGRAM + " is not installed");
    String database = TestDatabase.createUrl();
    try (TestPooler pooler = TestPooler.start(database);
        RunningService service = RunningService.start(pooler.settings(database));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long exercise = service.exercise();
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < LEARNERS; i++) {
        Person learner = service.learner();
        String judge = "judge-" + i;
        tasks.add(() -> attempts(service, learner, exercise));
        tasks.add(() -> judge(service.judge.named(judge)));
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
      Person learner = service.learner();
      assertThat(service.get(learner, "/api/v1/leaderboard").json().path("items").size())
          .isEqualTo(LEARNERS);
    }
  }

  private static boolean attempts(RunningService service, Person learner, long exercise) {
    for (int i = 0; i < ATTEMPTS; i++) {
      long id = service.submit(learner, exercise);
      assertThat(service.submission(learner, id).path("attempt_number").asInt()).isEqualTo(i + 1);
      assertThat(service.get(learner, "/api/v1/progress").status()).isEqualTo(200);
    }
    return true;
  }

  private static boolean judge(FakeJudge judge) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Lease lease = judge.take();
      assertThat(judge.tests(lease, JsonTest.of(1, "AC")).status()).isLessThan(300);
      assertThat(judge.heartbeat(lease).status()).isLessThan(300);
      assertThat(judge.finish(lease, "AC", 10, JsonTest.of(1, "AC")).status()).isLessThan(300);
    }
    return true;
  }
}
