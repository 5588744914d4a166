package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SupervisionTest {
  private static final String JUDGES = "/api/v1/judging/judges";
  private static final String QUEUE = "/api/v1/judging/queue";
  private static final String FAILURES = "/api/v1/judging/failures";
  private static final String RETRY = FAILURES + "/retry";

  private final RunningService service =
      RunningService.start(Map.of("TOUCHSTONE_LONGEST_QUEUE", "3", "TOUCHSTONE_TRIES", "1"));
  private final FakeJudge judge = service.judge;
  private final Person administrator = service.person(Role.ADMIN);
  private final Person learner = service.learner();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private Optional<JsonNode> judge(String name) {
    return service
        .get(administrator, JUDGES)
        .json()
        .path("items")
        .valueStream()
        .filter(shown -> shown.path("name").asString().equals(name))
        .findFirst();
  }

  private JsonNode lane(String name) {
    return service
        .get(administrator, QUEUE)
        .json()
        .path("lanes")
        .valueStream()
        .filter(lane -> lane.path("lane").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private long fail() {
    long id = service.submit(learner, exercise);
    judge.finish(judge.take(), "JE", 0);
    return id;
  }

  @Test
  void aJudgeIsShownWithWhatItDoes() {
    judge.acquire(List.of("python3", "c"), List.of("submission"), 0);
    JsonNode waiting = judge("judge-1").orElseThrow();
    assertThat(waiting.path("state").asString()).isEqualTo("waiting");
    assertThat(waiting.path("languages").toString()).isEqualTo("[\"python3\",\"c\"]");
    assertThat(waiting.path("lanes").toString()).isEqualTo("[\"submission\"]");

    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    JsonNode judging = judge("judge-1").orElseThrow();
    assertThat(judging.path("state").asString()).isEqualTo("judging");
    assertThat(judging.at("/jobs/0/id").asLong()).isEqualTo(id);
    assertThat(judging.at("/jobs/0/lane").asString()).isEqualTo("submission");
    judge.finish(lease, "AC", 10);
    fail();
    Await.until(
        "the counts to be stored",
        () -> {
          JsonNode shown = judge("judge-1").orElseThrow();
          return shown.path("judged").asInt() == 1 && shown.path("failed").asInt() == 1;
        });
    service.clock.advance(Duration.ofMinutes(4));
    assertThat(judge("judge-1").orElseThrow().path("state").asString()).isEqualTo("gone");
  }

  @Test
  void theQueueIsShownByLane() {
    service.submit(learner, exercise);
    service.clock.advance(Duration.ofSeconds(7));
    service.submit(learner, exercise);
    JsonNode before = lane("submission");
    assertThat(before.path("waiting").asInt()).isEqualTo(2);
    assertThat(
            Duration.between(
                Instant.parse(before.path("oldest_queued_at").asString()), service.clock.instant()))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(before.path("wait_median_ms").isNull()).isTrue();
    judge.take();
    JsonNode after = lane("submission");
    assertThat(after.path("waiting").asInt()).isEqualTo(1);
    assertThat(after.path("judging").asInt()).isEqualTo(1);
    assertThat(after.path("wait_p95_ms").asLong()).isBetween(6_500L, 7_500L);
    assertThat(lane("run").path("waiting").asInt()).isZero();
  }

  @Test
  void aFullQueueRefusesMoreUntilItIsShorter() {
    for (int i = 0; i < 3; i++) {
      service.submit(service.learner(), exercise);
    }
    HttpProbe.Answer refused = service.submit(learner, RunningService.body(exercise));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("queue_full");
    assertThat(refused.header("Retry-After")).isEqualTo("30");
    String runs = "/api/v1/runs";
    assertThat(service.post(learner, runs, runs, RunningService.body(exercise)).status())
        .as("the other lane")
        .isEqualTo(201);
    judge.acquire(List.of("python3"), List.of("submission"), 0);
    Await.until(
        "the queue to be counted",
        () -> service.submit(learner, RunningService.body(exercise)).status() == 201);
  }

  @Test
  void failuresAreListedWithTheirReasonsAndRetried() {
    long first = fail();
    long second = fail();
    long third = fail();
    HttpProbe.Answer page = service.get(administrator, FAILURES + "?limit=2", FAILURES);
    JsonNode failure = page.json().at("/items/0");
    assertThat(failure.path("submission_id").asLong()).isEqualTo(third);
    assertThat(failure.path("reason").asString()).isEqualTo("the disk is full");
    assertThat(failure.path("last_judge").asString()).isEqualTo("judge-1");
    assertThat(failure.path("tries").asInt()).isEqualTo(1);
    String rest = FAILURES + "?cursor=" + page.json().path("next_cursor").asString();
    assertThat(
            service.get(administrator, rest, FAILURES).json().at("/items/0/submission_id").asLong())
        .isEqualTo(first);

    JsonNode one =
        service.post(administrator, RETRY, RETRY, Map.of("submission_ids", List.of(second))).json();
    assertThat(one.path("queued").asInt()).isEqualTo(1);
    assertThat(judge.take().job()).isEqualTo(second);
    long gone = service.exercise();
    long lost = service.submit(learner, gone);
    judge.finish(judge.take(), "JE", 0);
    service.platform.remove(gone);
    JsonNode all = service.post(administrator, RETRY, RETRY, Map.of()).json();
    assertThat(all.path("queued").asInt()).isEqualTo(2);
    assertThat(all.path("skipped_exercises").toString()).isEqualTo("[" + gone + "]");
    assertThat(List.of(judge.take().job(), judge.take().job())).containsExactly(first, third);
    assertThat(service.get(administrator, FAILURES).json().at("/items/0/submission_id").asLong())
        .isEqualTo(lost);
  }

  @Test
  void onlyAdministratorsAreLetIn() {
    Person author = service.person(Role.AUTHOR);
    Person nobody = new Person(0, "", "nonsense");
    for (String path : List.of(JUDGES, QUEUE, FAILURES)) {
      assertThat(service.get(author, path).status()).isEqualTo(403);
      assertThat(service.get(nobody, path).status()).isEqualTo(401);
    }
    assertThat(service.post(author, RETRY, RETRY, Map.of()).status()).isEqualTo(403);
    assertThat(service.post(nobody, RETRY, RETRY, Map.of()).status()).isEqualTo(401);
    assertThat(
            service.post(administrator, RETRY, RETRY, Map.of("submission_ids", List.of())).status())
        .isEqualTo(400);
    assertThat(service.get(administrator, FAILURES + "?cursor=x", FAILURES).status())
        .isEqualTo(400);
  }
}
