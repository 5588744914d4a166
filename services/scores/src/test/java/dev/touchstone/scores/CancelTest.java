package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CancelTest {
  private static final String SUBMISSION = "/api/v1/submissions/{id}/cancel";
  private static final String RUN = "/api/v1/runs/{id}/cancel";
  private static final RunningService SERVICE = RunningService.start();
  private final FakeJudge judge = SERVICE.judge;
  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private JsonNode cancel(long id) {
    HttpProbe.Answer answer = SERVICE.act(learner, SUBMISSION, id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode progress() {
    return SERVICE.get(learner, "/api/v1/progress").json();
  }

  @Test
  void aWaitingSubmissionIsNotJudgedAndNoAttempt() {
    long id = SERVICE.submit(learner, exercise);
    assertThat(progress().path("attempted").asInt()).isEqualTo(1);
    JsonNode cancelled = cancel(id);
    assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
    assertThat(cancelled.path("verdict").isNull()).isTrue();
    assertThat(judge.acquire(0)).isEmpty();
    assertThat(progress().path("attempted").asInt()).isZero();
    assertThat(progress().path("items")).isEmpty();
    assertThat(cancel(id)).as("again").isEqualTo(cancelled);
    long next = SERVICE.submit(learner, exercise);
    assertThat(SERVICE.submission(learner, next).path("attempt_number").asInt()).isEqualTo(2);
    judge.finish(judge.take(), "AC", 10);
    assertThat(progress().at("/items/0/total_attempts").asInt()).isEqualTo(1);
    JsonNode listed =
        SERVICE
            .get(learner, "/api/v1/submissions?status=cancelled", "/api/v1/submissions")
            .json()
            .path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/id").asLong()).isEqualTo(id);
  }

  @Test
  void aJudgeThatWorksOnItStopsAtItsNextReport() {
    long id = SERVICE.submit(learner, exercise);
    Lease lease = judge.take();
    judge.tests(lease, JsonTest.of(1, "AC"));
    assertThat(cancel(id).path("tests")).isEmpty();
    assertThat(
            List.of(
                judge.heartbeat(lease),
                judge.tests(lease, JsonTest.of(2, "AC")),
                judge.finish(lease, "AC", 10)))
        .extracting(HttpProbe.Answer::code)
        .containsOnly("lease_lost");
    assertThat(SERVICE.submission(learner, id).path("status").asString()).isEqualTo("cancelled");
    assertThat(progress().path("points").asDouble()).isZero();
  }

  @Test
  void followersSeeItAsTheEnd() {
    long id = SERVICE.submit(learner, exercise);
    try (EventReader events =
        EventReader.open(
            SERVICE.probe.withToken(learner.token()), "/api/v1/submissions/" + id + "/events", 0)) {
      assertThat(events.next().orElseThrow().brief()).isEqualTo("queued");
      cancel(id);
      assertThat(events.next().orElseThrow().brief()).isEqualTo("cancelled");
      assertThat(events.next()).isEmpty();
    }
  }

  @Test
  void whatIsJudgedOrRejudgedRemains() {
    long id = SERVICE.submit(learner, exercise);
    judge.finish(judge.take(), "WA", 5);
    assertThat(SERVICE.act(learner, SUBMISSION, id).code()).isEqualTo("already_judged");
    SERVICE.rejudge(SERVICE.person(Role.AUTHOR), id);
    assertThat(SERVICE.act(learner, SUBMISSION, id).code()).isEqualTo("being_rejudged");
    judge.finish(judge.take(), "AC", 10);
    assertThat(SERVICE.submission(learner, id).path("verdict").asString()).isEqualTo("AC");
  }

  @Test
  void noAuthorHasItJudgedAgain() {
    Person author = SERVICE.person(Role.AUTHOR);
    long id = SERVICE.submit(learner, exercise);
    cancel(id);
    assertThat(SERVICE.rejudge(author, id).code()).isEqualTo("submission_cancelled");
    String all = "/api/v1/submissions/rejudge";
    JsonNode rejudging = SERVICE.post(author, all, all, Map.of("exercise_id", exercise)).json();
    assertThat(rejudging.path("submissions").asInt()).isZero();
  }

  /** A place that was never served must not push the others back. */
  @Test
  void cancellingManyPushesNobodyBack() {
    Person other = SERVICE.learner();
    for (int i = 0; i < 5; i++) {
      cancel(SERVICE.submit(learner, exercise));
    }
    long first = SERVICE.submit(learner, exercise);
    long second = SERVICE.submit(learner, exercise);
    long others = SERVICE.submit(other, exercise);
    List<Long> order = List.of(judge.take().job(), judge.take().job(), judge.take().job());
    assertThat(order).containsExactly(first, others, second);
    cancel(first);
    cancel(second);
    SERVICE.act(other, SUBMISSION, others);
  }

  @Test
  void onlyOnesOwn() {
    long id = SERVICE.submit(learner, exercise);
    for (Person person : List.of(SERVICE.learner(), SERVICE.person(Role.ADMIN))) {
      assertThat(SERVICE.act(person, SUBMISSION, id).code()).isEqualTo("submission_not_found");
    }
    assertThat(SERVICE.act(new Person(0, "", "nonsense"), SUBMISSION, id).status()).isEqualTo(401);
    cancel(id);
  }

  @Test
  void aRun() {
    long id = run();
    assertThat(SERVICE.act(SERVICE.learner(), RUN, id).code()).isEqualTo("run_not_found");
    assertThat(SERVICE.act(new Person(0, "", "nonsense"), RUN, id).status()).isEqualTo(401);
    Lease lease = judge.take();
    assertThat(SERVICE.act(learner, RUN, id).json().path("status").asString())
        .isEqualTo("cancelled");
    assertThat(judge.heartbeat(lease).code()).isEqualTo("lease_lost");
    long judged = run();
    judge.finish(judge.take(), "AC", 10);
    assertThat(SERVICE.act(learner, RUN, judged).code()).isEqualTo("already_judged");
  }

  private long run() {
    String path = "/api/v1/runs";
    return SERVICE
        .post(learner, path, path, RunningService.body(exercise))
        .json()
        .path("id")
        .asLong();
  }
}
