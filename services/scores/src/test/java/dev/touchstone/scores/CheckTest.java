package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks of drafts, for the exercises service and their authors. */
class CheckTest {
  private static final String INTERNAL = "/internal/v1/checks";
  private static final String PATH = "/api/v1/checks";
  private static final List<String> ALL = List.of("run", "submission", "check");
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void isJudgedAfterWhatLearnersWaitForAndCountsForNobody() {
    Person author = service.person(Role.AUTHOR);
    assertThat(queue(author, 5, 3).code()).isEqualTo("no_judge");
    service.judge.acquire(List.of("ada", "cpp", "python3"), List.of("run", "submission"), 0);
    assertThat(queue(author, 5, 3).code()).as("none that checks").isEqualTo("no_judge");
    service.judge.acquire(List.of("python3", "cpp"), ALL, 0);
    HttpProbe.Answer queued = queue(author, 5, 3);
    assertThat(queued.status()).as(queued.text()).isEqualTo(201);
    long id = queued.json().path("id").asLong();
    service.submit(service.learner(), service.exercise());
    assertThat(service.judge.acquire(List.of("python3"), List.of("run", "submission"), 0))
        .isPresent();
    Lease lease = service.judge.acquire(List.of("python3"), ALL, 0).orElseThrow();
    assertThat(lease.kind()).isEqualTo("check");
    assertThat(lease.json().path("exercise_id").asLong()).isEqualTo(-5);
    assertThat(lease.json().path("exercise_revision").asInt()).isEqualTo(3);
    service.judge.tests(lease, JsonTest.of(1, "AC"));
    assertThat(get(author, id).json().path("status").asString()).isEqualTo("judging");
    service.judge.finish(lease, "WA", 1, JsonTest.of(1, "AC"), JsonTest.of(2, "WA"));
    JsonNode check = get(author, id).json();
    assertThat(check.path("verdict").asString()).isEqualTo("WA");
    assertThat(check.path("draft_id").asLong()).isEqualTo(5);
    assertThat(check.path("draft_version").asInt()).isEqualTo(3);
    assertThat(check.path("tests")).hasSize(2);
    assertThat(internal(id).json()).isEqualTo(check);
    try (EventReader reader =
        EventReader.open(service.probe.withToken(author.token()), PATH + "/" + id + "/events", 0)) {
      assertThat(reader.rest().stream().map(EventReader.Event::brief))
          .containsExactly("queued", "test 1 AC", "test 2 WA", "judged WA");
    }
    assertThat(service.get(author, "/api/v1/progress").json().path("attempted").asInt()).isZero();
  }

  @Test
  void isItsAuthorsAndTheAdministrators() {
    Person author = service.person(Role.AUTHOR);
    service.judge.acquire(List.of("python3"), ALL, 0);
    long id = queue(author, 6, 1).json().path("id").asLong();
    assertThat(get(service.person(Role.AUTHOR), id).code()).isEqualTo("check_not_found");
    assertThat(get(service.person(Role.ADMIN), id).status()).isEqualTo(200);
    assertThat(internal(999_999).code()).isEqualTo("check_not_found");
    assertThat(
            RunningService.checked(
                    "POST", INTERNAL, service.probe.withToken(author.token()).post(INTERNAL, "{}"))
                .code())
        .isEqualTo("token_invalid");
    assertThat(queue(author, 0, 0).code()).isEqualTo("invalid_request");
  }

  private static HttpProbe.Answer queue(Person author, long draft, int version) {
    return RunningService.checked(
        "POST",
        INTERNAL,
        service
            .probe
            .withToken(RunningService.INTERNAL_TOKEN)
            .post(
                INTERNAL,
                Json.MAPPER.writeValueAsString(
                    Map.of("user_id", author.id(), "draft_id", draft, "draft_version", version))));
  }

  private static HttpProbe.Answer get(Person by, long id) {
    return service.get(by, PATH + "/" + id, PATH + "/{id}");
  }

  private static HttpProbe.Answer internal(long id) {
    return RunningService.checked(
        "GET",
        INTERNAL + "/{id}",
        service.probe.withToken(RunningService.INTERNAL_TOKEN).get(INTERNAL + "/" + id));
  }
}
