package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private final RunningService service = RunningService.start();
  private final FakeJudge judge = service.judge;
  private final Person learner = service.learner();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private String status(long id) {
    return service.submission(learner, id).path("status").asString();
  }

  /** Lets the leases of all judges end. */
  private void expire(long id) {
    service.clock.advance(LEASE.plusSeconds(1));
    Await.until("the lease to end", () -> !status(id).equals("judging"));
  }

  @Test
  void manyJudgesGetEveryJobExactlyOnce() throws Exception {
    Set<Long> submitted = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      submitted.add(service.submit(i % 2 == 0 ? learner : service.learner(), exercise));
    }
    ConcurrentLinkedQueue<Long> leased = new ConcurrentLinkedQueue<>();
    try (RunningService other = service.another();
        ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        FakeJudge worker = (i % 2 == 0 ? judge : other.judge).named("judge-" + i);
        working.add(
            judges.submit(() -> {
              for (Optional<Lease> lease = worker.acquire(0);
                  lease.isPresent();
                  lease = worker.acquire(0)) {
                leased.add(lease.get().job());
                assertThat(worker.finish(lease.get(), "AC", 10).status()).isEqualTo(204);
              }
            }));
      }
      for (Future<?> worker : working) {
        worker.get();
      }
    }
    assertThat(leased).hasSize(60);
    assertThat(Set.copyOf(leased)).isEqualTo(submitted);
  }

  @Test
  void aJobThatAJudgeFailedOnGoesToAnotherOfThoseWhoWait() throws Exception {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    try (ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Lease>> same = judges.submit(() -> judge.acquire(60_000));
      Future<Optional<Lease>> other = judges.submit(() -> judge.named("judge-2").acquire(60_000));
      judge.finish(lease, "JE", 0);
      assertThat(other.get().orElseThrow().job()).isEqualTo(id);
      long next = service.submit(learner, exercise);
      assertThat(same.get().orElseThrow().job()).isEqualTo(next);
    }
  }

  @Test
  void judgesOfDifferentLanguagesWaitSideBySide() throws Exception {
    try (ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Lease>> java =
          judges.submit(() -> judge.acquire(List.of("java"), List.of("submission"), 60_000));
      Future<Optional<Lease>> python =
          judges.submit(() ->
              judge.named("judge-2").acquire(List.of("python3"), List.of("submission"), 60_000));
      long id = submitOnceKnown("python3");
      assertThat(python.get().orElseThrow().job()).isEqualTo(id);
      assertThat(java.isDone()).isFalse();
      id = submitOnceKnown("java");
      assertThat(java.get().orElseThrow().job()).isEqualTo(id);
    }
  }

  /** Judges that begin to wait may be known in any order; until then their language is refused. */
  private long submitOnceKnown(String language) {
    Map<String, Object> body = new HashMap<>(RunningService.body(exercise));
    body.put("language", language);
    return Await.value(
        "the judge of " + language + " to be known",
        () -> {
          HttpProbe.Answer answer = service.submit(learner, body);
          return answer.status() == 201
              ? Optional.of(answer.json().path("id").asLong())
              : Optional.empty();
        });
  }

  @Test
  void aWaitingJudgeIsWokenByASubmissionToAnotherProcess() throws Exception {
    try (RunningService other = service.another();
        ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Lease>> waiting = judges.submit(() -> other.judge.acquire(60_000));
      long id = service.submit(learner, exercise);
      assertThat(waiting.get().orElseThrow().job()).isEqualTo(id);
    }
  }

  @Test
  void aJudgeGetsOnlyItsLanguagesAndLanes() {
    service.submit(learner, exercise);
    assertThat(judge.acquire(List.of("java"), List.of("submission"), 0)).isEmpty();
    assertThat(judge.acquire(List.of("python3"), List.of("run"), 0)).isEmpty();
    assertThat(judge.acquire(List.of("java", "python3"), List.of("submission"), 0)).isPresent();
  }

  @Test
  void aLanguageThatNoJudgeHasIsRefusedInsteadOfWaitingForEver() {
    Map<String, Object> java = new HashMap<>(RunningService.body(exercise));
    java.put("language", "java");
    assertThat(service.submit(learner, java).status())
        .as("no judge has reported its languages")
        .isEqualTo(201);
    judge.acquire(List.of("python3"), List.of("run"), 0);
    assertThat(service.submit(learner, java).code()).isEqualTo("unsupported_language");
    assertThat(service.post(learner, "/api/v1/runs", "/api/v1/runs", java).code())
        .isEqualTo("unsupported_language");
    judge.named("judge-2").acquire(List.of("java"), List.of("run"), 0);
    assertThat(service.submit(learner, java).status()).isEqualTo(201);
    service.clock.advance(Duration.ofMinutes(11)); // both judges count as stopped
    assertThat(service.submit(learner, java).status()).isEqualTo(201);
  }

  @Test
  void heartbeatsKeepALease() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    for (int i = 0; i < 5; i++) {
      service.clock.advance(LEASE.minusSeconds(10));
      assertThat(judge.heartbeat(lease).status()).isEqualTo(204);
    }
    service.clock.advance(LEASE.minusSeconds(10));
    assertThat(judge.tests(lease, JsonTest.of(1, "AC")).status()).isEqualTo(204);
    service.clock.advance(LEASE.minusSeconds(10));
    assertThat(judge.finish(lease, "AC", 10).status()).isEqualTo(204);
    assertThat(status(id)).isEqualTo("judged");
  }

  @Test
  void aLeaseThatEndsGoesToSomebodyElseAndItsReportsChangeNothing() {
    long id = service.submit(learner, exercise);
    Lease lost = judge.take();
    judge.tests(lost, JsonTest.of(1, "WA"));
    expire(id);
    assertThat(service.submission(learner, id).path("tests")).isEmpty();
    Lease second = judge.named("judge-2").take();
    assertThat(second.id()).isEqualTo(lost.id());
    assertThat(second.token()).isGreaterThan(lost.token());
    JsonNode before = service.submission(learner, id);

    List<HttpProbe.Answer> stale =
        List.of(
            judge.heartbeat(lost),
            judge.tests(lost, JsonTest.of(1, "WA"), JsonTest.of(2, "WA")),
            judge.finish(lost, "WA", 0),
            judge.send(lost, "release", Map.of("reason", "stopping")));
    assertThat(stale)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(409);
          assertThat(answer.code()).isEqualTo("lease_lost");
        });
    assertThat(service.submission(learner, id)).isEqualTo(before);
    assertThat(judge.finish(second, "AC", 10).status()).isEqualTo(204);
    assertThat(service.submission(learner, id).path("verdict").asString()).isEqualTo("AC");
  }

  @Test
  void aResultIsTakenOnce() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    assertThat(judge.finish(lease, "AC", 10).status()).isEqualTo(204);
    assertThat(judge.finish(lease, "WA", 0).code()).isEqualTo("lease_lost");
    assertThat(judge.tests(lease, JsonTest.of(1, "WA")).code()).isEqualTo("lease_lost");
    assertThat(service.submission(learner, id).path("verdict").asString()).isEqualTo("AC");
    assertThat(service.get(learner, "/api/v1/progress").json().path("points").asDouble())
        .isEqualTo(100);
  }

  @Test
  void aJobThatKillsJudgesEndsAsAJudgeError() {
    long id = service.submit(learner, exercise);
    for (int i = 1; i <= 3; i++) {
      assertThat(status(id)).isEqualTo("queued");
      judge.named("judge-" + i).take();
      expire(id);
    }
    assertThat(status(id)).isEqualTo("judge_error");
    assertThat(judge.named("judge-9").acquire(0)).isEmpty();
    JsonNode shown = service.submission(learner, id);
    assertThat(shown.path("verdict").asString()).isEqualTo("JE");
    assertThat(shown.path("feedback_message").isNull()).as("not for learners").isTrue();
    Person administrator = service.person(Role.ADMIN);
    JsonNode failures = service.get(administrator, "/api/v1/submissions?status=judge_error").json();
    assertThat(failures.at("/items/0/id").asLong()).isEqualTo(id);
    assertThat(failures.at("/items/0/feedback_message").asString()).contains("stopped reporting");
  }

  @Test
  void aJudgeThatFailsIsReplacedByAnotherOneAFewTimes() {
    long id = service.submit(learner, exercise);
    for (int i = 1; i <= 3; i++) {
      FakeJudge failing = judge.named("judge-" + i);
      Lease lease = failing.take();
      assertThat(failing.finish(lease, "JE", 0).status()).isEqualTo(204);
      assertThat(failing.acquire(0)).as("others first").isEmpty();
    }
    assertThat(status(id)).isEqualTo("judge_error");
    Person administrator = service.person(Role.ADMIN);
    assertThat(service.submission(administrator, id).path("feedback_message").asString())
        .isEqualTo("the disk is full");
  }

  @Test
  void theOnlyJudgeTriesAgainAfterAWhile() {
    long id = service.submit(learner, exercise);
    judge.finish(judge.take(), "JE", 0);
    assertThat(judge.acquire(0)).isEmpty();
    service.clock.advance(Duration.ofSeconds(6));
    judge.finish(judge.take(), "AC", 10);
    assertThat(status(id)).isEqualTo("judged");
  }

  @Test
  void workGivenBackCountsAsNoTryAndKeepsItsPlace() {
    long id = service.submit(learner, exercise);
    long next = service.submit(learner, exercise);
    for (int i = 0; i < 5; i++) {
      Lease lease = judge.take();
      assertThat(lease.job()).isEqualTo(id);
      assertThat(judge.send(lease, "release", Map.of("reason", "stopping")).status())
          .isEqualTo(204);
    }
    judge.finish(judge.take(), "AC", 10);
    assertThat(status(id)).isEqualTo("judged");
    assertThat(judge.take().job()).isEqualTo(next);
  }

  @Test
  void programsMayPrintAnything() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    JsonTest test =
        JsonTest.of(1, "WA").withFeedback(Map.of("actual", "a\0b", "message", "differs"));
    Map<String, Object> result = FakeJudge.result("WA", 0, test);
    result.put("compile_output", "warning\0");
    assertThat(judge.send(lease, "result", result).status()).isEqualTo(204);
    JsonNode shown = service.submission(learner, id);
    assertThat(shown.at("/tests/0/feedback/actual").asString()).isEqualTo("a\uFFFDb");
    assertThat(shown.at("/tests/0/feedback/input").isNull()).isTrue();
    assertThat(shown.path("compile_output").asString()).isEqualTo("warning\uFFFD");
  }

  @Test
  void whateverAJudgeReportsIsStoredCut() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    String huge = "x".repeat(1_500_000);
    JsonTest test =
        JsonTest.of(1, "WA")
            .withFeedback(
                Map.of(
                    "message",
                    huge,
                    "input",
                    huge,
                    "expected",
                    huge,
                    "actual",
                    huge,
                    "stderr",
                    huge));
    Map<String, Object> result = FakeJudge.result("WA", 0, test);
    result.put("compile_output", huge);
    Map<String, ?> compile = Map.of("ok", true, "output", huge);
    assertThat(
            judge
                .send(lease, "events", Map.of("compile", compile, "tests", List.of(test)))
                .status())
        .isEqualTo(204);
    assertThat(service.submission(learner, id).toString()).hasSizeLessThan(60_000);
    assertThat(judge.send(lease, "result", result).status()).isEqualTo(204);
    assertThat(service.submission(learner, id).toString()).hasSizeLessThan(60_000);
    assertThat(service.submission(learner, id).at("/tests/0/feedback/message").asString())
        .hasSize(4096 + 2)
        .endsWith("x\n…");
  }

  @Test
  void faultyReportsChangeNothing() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    Map<String, Object> noVerdict = FakeJudge.result("AC", 10);
    noVerdict.remove("verdict");
    assertThat(judge.send(lease, "result", noVerdict).code()).isEqualTo("invalid_request");
    assertThat(judge.finish(lease, "AC", 10, JsonTest.of(0, "AC")).code())
        .isEqualTo("invalid_request");
    assertThat(judge.tests(lease, JsonTest.of(-1, "AC")).code()).isEqualTo("invalid_request");
    assertThat(status(id)).isEqualTo("judging");
    assertThat(judge.finish(lease, "AC", 10).status()).isEqualTo(204);
  }

  @Test
  void aVerdictOfANewerJudgeIsATryThatFailed() {
    long id = service.submit(learner, exercise);
    assertThat(judge.finish(judge.take(), "LATER", 10).status()).isEqualTo(204);
    assertThat(status(id)).isEqualTo("queued");
    FakeJudge other = judge.named("judge-2");
    assertThat(other.finish(other.take(), "AC", 10).status()).isEqualTo(204);
    assertThat(status(id)).isEqualTo("judged");
  }

  @Test
  void fieldsAndLanesOfANewerJudgeAreIgnored() {
    service.submit(learner, exercise);
    Lease lease =
        judge.acquire(FakeJudge.LANGUAGES, List.of("submission", "later"), 0).orElseThrow();
    assertThat(judge.send(lease, "heartbeat", Map.of("later", 1)).status()).isEqualTo(204);
    assertThat(judge.send(lease, "events", Map.of("tests_total", 1, "later", 1)).status())
        .isEqualTo(204);
    Map<String, Object> result = FakeJudge.result("AC", 10);
    result.put("later", Map.of());
    assertThat(judge.send(lease, "result", result).status()).isEqualTo(204);
  }

  @Test
  void onlyJudgesAreLetIn() {
    String path = "/internal/v1/leases";
    String body = "{\"judge\":\"x\",\"languages\":[],\"lanes\":[\"run\"],\"wait_ms\":0}";
    for (String token :
        List.of(
            learner.token(), RunningService.INTERNAL_TOKEN, service.person(Role.ADMIN).token())) {
      HttpProbe.Answer answer =
          RunningService.checked("POST", path, service.probe.withToken(token).post(path, body));
      assertThat(answer.status()).isEqualTo(401);
    }
    assertThat(service.postAsJudge(path, path, Map.of("judge", "x", "wait_ms", 0)).status())
        .isEqualTo(400);
    HttpProbe.Answer nameless =
        service.postAsJudge(
            path + "/nonsense/heartbeat", path + "/{lease}/heartbeat", Map.of("fencing_token", 1));
    assertThat(nameless.code()).isEqualTo("lease_not_found");
    HttpProbe.Answer unknown =
        service.postAsJudge(
            path + "/submission-99/result",
            path + "/{lease}/result",
            Map.of(
                "fencing_token",
                1,
                "verdict",
                "AC",
                "points",
                1,
                "max_points",
                1,
                "cpu_ms",
                1,
                "wall_ms",
                1,
                "memory_kib",
                1));
    assertThat(unknown.code()).isEqualTo("lease_lost");
  }
}
