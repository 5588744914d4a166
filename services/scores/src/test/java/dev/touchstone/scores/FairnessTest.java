package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairnessTest {
  private final RunningService service = RunningService.start();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private void run(Person by) {
    HttpProbe.Answer answer =
        service.post(by, "/api/v1/runs", "/api/v1/runs", RunningService.body(exercise));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private Lease judgeNext() {
    Lease lease = service.judge.acquire(0).orElseThrow();
    service.judge.finish(lease, "AC", 10);
    return lease;
  }

  private List<Long> judgeAll(int count) {
    List<Long> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(judgeNext().job());
    }
    return order;
  }

  @Test
  void oneLearnersFiftySubmissionsDoNotHoldUpTheOthers() {
    Person busy = service.learner();
    List<Long> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(service.submit(busy, exercise));
    }
    judgeAll(10);
    long first = service.submit(service.learner(), exercise);
    long second = service.submit(service.learner(), exercise);
    assertThat(judgeAll(3)).containsExactlyInAnyOrder(many.get(10), first, second);
  }

  @Test
  void learnersWhoKeepSubmittingTakeTurns() {
    Person one = service.learner();
    List<Long> ofOne = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ofOne.add(service.submit(one, exercise));
    }
    // Another one submits again as soon as there is a verdict.
    Person other = service.learner();
    List<Long> order = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      service.submit(other, exercise);
      order.addAll(judgeAll(2));
    }
    assertThat(order.stream().filter(ofOne::contains)).hasSizeBetween(4, 6);
  }

  @Test
  void runsGoFirstButDoNotStarveSubmissions() {
    Person learner = service.learner();
    for (int i = 0; i < 12; i++) {
      run(learner);
    }
    for (int i = 0; i < 6; i++) {
      service.submit(learner, exercise);
    }
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      kinds.add(judgeNext().kind());
    }
    assertThat(kinds.getFirst()).isEqualTo("run");
    for (int round = 0; round < 16; round += 4) {
      assertThat(kinds.subList(round, round + 4).stream().filter("submission"::equals)).hasSize(1);
    }
    assertThat(judgeNext().kind())
        .as("a lane without work leaves its turn")
        .isEqualTo("submission");
  }

  @Test
  void aRushOfSubmissionsDoesNotStarveRuns() {
    for (int i = 0; i < 40; i++) {
      service.submit(service.learner(), exercise);
    }
    judgeNext();
    judgeNext();
    judgeNext();
    run(service.learner());
    assertThat(judgeNext().kind()).isEqualTo("run");
  }

  @Test
  void rejudgingAWholeExerciseDoesNotHoldUpLearners() {
    for (int i = 0; i < 10; i++) {
      service.submit(service.learner(), exercise);
    }
    judgeAll(10);
    HttpProbe.Answer answer =
        service.post(
            service.person(Role.AUTHOR),
            "/api/v1/submissions/rejudge",
            "/api/v1/submissions/rejudge",
            Map.of("exercise_id", exercise));
    assertThat(answer.json().path("submissions").asInt()).isEqualTo(10);
    long live = service.submit(service.learner(), exercise);
    assertThat(judgeAll(2)).contains(live);
  }
}
