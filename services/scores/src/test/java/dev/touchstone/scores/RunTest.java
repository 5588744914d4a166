package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunTest {
  private static final String PATH = "/api/v1/runs";
  private final RunningService service = RunningService.start();
  private final FakeJudge judge = service.judge;
  private final Person learner = service.learner();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpProbe.Answer start(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(RunningService.body(exercise));
    body.putAll(more);
    return service.post(learner, PATH, PATH, body);
  }

  private HttpProbe.Answer get(Person by, long id) {
    return service.get(by, PATH + "/" + id, PATH + "/{id}");
  }

  @Test
  void onTheSamples() {
    long id = start(Map.of()).json().path("id").asLong();
    Lease lease = judge.take();
    assertThat(lease.kind()).isEqualTo("run");
    assertThat(lease.json().path("input").isNull()).isTrue();
    judge.finish(lease, "WA", 0, JsonTest.of(1, "WA"));
    JsonNode run = get(learner, id).json();
    assertThat(run.path("verdict").asString()).isEqualTo("WA");
    assertThat(run.path("tests")).hasSize(1);
    assertThat(run.path("output").isNull()).isTrue();
    assertThat(service.get(learner, "/api/v1/progress").json().path("attempted").asInt())
        .as("nothing is counted")
        .isZero();
  }

  @Test
  void onAnInputOfOnesOwn() {
    long id = start(Map.of("input", "3 4\n")).json().path("id").asLong();
    Lease lease = judge.take();
    assertThat(lease.json().path("input").asString()).isEqualTo("3 4\n");
    Map<String, Object> result = FakeJudge.result("AC", 0);
    result.put(
        "output",
        Map.of(
            "stdout",
            "7\0",
            "stderr",
            "",
            "exit_code",
            0,
            "signal",
            0,
            "time_ms",
            5,
            "memory_kib",
            900,
            "truncated",
            false));
    assertThat(judge.send(lease, "result", result).status()).isEqualTo(204);
    JsonNode run = get(learner, id).json();
    assertThat(run.at("/output/stdout").asString()).isEqualTo("7\uFFFD");
    try (EventReader reader =
        EventReader.open(
            service.probe.withToken(learner.token()), PATH + "/" + id + "/events", 0)) {
      List<EventReader.Event> events = reader.rest();
      assertThat(events.stream().map(EventReader.Event::name)).containsExactly("run", "run");
      assertThat(events.getLast().data().at("/output/stdout").asString()).isEqualTo("7\uFFFD");
    }
  }

  @Test
  void anEmptyInputIsAnInput() {
    start(Map.of("input", ""));
    assertThat(judge.take().json().path("input").asString("none")).isEmpty();
  }

  @Test
  void badInputsAreRefused() {
    assertThat(start(Map.of("input", "x".repeat(256 * 1024 + 1))).code())
        .isEqualTo("input_too_large");
    assertThat(start(Map.of("input", "\0")).code()).isEqualTo("invalid_request");
  }

  @Test
  void onlyTheOwnerSeesIt() {
    long id = start(Map.of()).json().path("id").asLong();
    assertThat(get(service.learner(), id).code()).isEqualTo("run_not_found");
    assertThat(get(service.person(Role.ADMIN), id).code()).isEqualTo("run_not_found");
    assertThat(
            service
                .get(service.learner(), PATH + "/" + id + "/events", PATH + "/{id}/events")
                .code())
        .isEqualTo("run_not_found");
    assertThat(service.get(learner, PATH + "/x", PATH + "/{id}").code()).isEqualTo("run_not_found");
  }

  @Test
  void isDeletedAfterAnHour() {
    long id = start(Map.of()).json().path("id").asLong();
    judge.tests(judge.take(), JsonTest.of(1, "AC"));
    service.clock.advance(Duration.ofMinutes(59));
    assertThat(get(learner, id).status()).isEqualTo(200);
    service.clock.advance(Duration.ofMinutes(2));
    Await.until("the run to be deleted", () -> get(learner, id).status() == 404);
  }
}
