package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubmissionTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String LIST = "/api/v1/submissions";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** Leaves nothing behind in the queue that the next test would get. */
  @AfterEach
  void judgeTheRest() {
    SERVICE.clock.advance(Duration.ofSeconds(10));
    for (var lease = SERVICE.judge.acquire(0); lease.isPresent(); ) {
      SERVICE.judge.finish(lease.get(), "AC", 10);
      lease = SERVICE.judge.acquire(0);
    }
  }

  @Test
  void isQueuedJudgedAndCounted() {
    Person learner = SERVICE.learner();
    long exercise = SERVICE.exercise();
    SERVICE.platform.change(exercise, Map.of("points", 50));
    long id = SERVICE.submit(learner, exercise);
    assertThat(SERVICE.submission(learner, id).path("status").asString()).isEqualTo("queued");

    Lease lease = SERVICE.judge.take();
    assertThat(lease.job()).isEqualTo(id);
    assertThat(lease.kind()).isEqualTo("submission");
    assertThat(lease.json().path("exercise_revision").asInt()).isEqualTo(3);
    assertThat(lease.json().at("/files/0/name").asString()).isEqualTo("main");
    assertThat(lease.json().at("/files/0/content").asString()).isEqualTo("print(1)\n");
    assertThat(SERVICE.judge.tests(lease, JsonTest.of(1, "AC")).status()).isEqualTo(204);
    assertThat(SERVICE.submission(learner, id).path("status").asString()).isEqualTo("judging");
    JsonTest[] tests = {JsonTest.of(1, "AC"), JsonTest.of(2, "WA")};
    assertThat(SERVICE.judge.finish(lease, "WA", 7.5, tests).status()).isEqualTo(204);

    JsonNode judged = SERVICE.submission(learner, id);
    assertThat(judged.path("status").asString()).isEqualTo("judged");
    assertThat(judged.path("verdict").asString()).isEqualTo("WA");
    assertThat(judged.path("points").asDouble()).isEqualTo(37.5);
    assertThat(judged.path("max_points").asDouble()).isEqualTo(50);
    assertThat(judged.path("time_ms").asLong()).isEqualTo(42);
    assertThat(judged.path("tests_done").asInt()).isEqualTo(2);
    assertThat(judged.at("/tests/1/verdict").asString()).isEqualTo("WA");
    JsonNode progress = SERVICE.get(learner, "/api/v1/progress").json();
    assertThat(progress.path("points").asDouble()).isEqualTo(37.5);
    assertThat(progress.path("attempted").asInt()).isEqualTo(1);
    assertThat(progress.at("/items/0/best_status").asString()).isEqualTo("WA");
  }

  @Test
  void isSeenByItsLearnerAndByAuthorsOnly() {
    Person learner = SERVICE.learner();
    long id = SERVICE.submit(learner, SERVICE.exercise());
    String path = "/api/v1/submissions/" + id;
    HttpProbe.Answer other = SERVICE.get(SERVICE.learner(), path, "/api/v1/submissions/{id}");
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.code()).isEqualTo("submission_not_found");
    JsonNode shown = SERVICE.submission(SERVICE.person(Role.AUTHOR), id);
    assertThat(shown.path("username").asString()).isEqualTo(learner.username());
    for (String none : List.of("/api/v1/submissions/999999", "/api/v1/submissions/x")) {
      assertThat(SERVICE.get(learner, none, "/api/v1/submissions/{id}").code())
          .isEqualTo("submission_not_found");
    }
  }

  @Test
  void listsAreFilteredAndReadPageByPage() {
    Person learner = SERVICE.learner();
    long one = SERVICE.exercise();
    long other = SERVICE.exercise();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(SERVICE.submit(learner, i % 2 == 0 ? one : other));
    }
    SERVICE.submit(SERVICE.learner(), one);
    assertThat(list(learner, "?limit=2")).isEqualTo(ids);
    assertThat(list(learner, "?exercise_id=" + other)).hasSize(2);
    assertThat(list(learner, "?user_id=" + learner.id())).isEqualTo(ids);
    assertThat(list(learner, "?status=judged")).isEmpty();
    Person author = SERVICE.person(Role.AUTHOR);
    assertThat(list(author, "?user_id=" + learner.id() + "&limit=3")).isEqualTo(ids);
    assertThat(list(author, "?exercise_id=" + one)).hasSize(4);
  }

  @Test
  void badFiltersAreRefused() {
    Person learner = SERVICE.learner();
    for (String query :
        List.of("?limit=0", "?limit=x", "?cursor=x", "?status=done", "?exercise_id=one")) {
      assertThat(SERVICE.get(learner, LIST + query).code()).as(query).isEqualTo("invalid_request");
    }
    assertThat(SERVICE.get(learner, LIST + "?user_id=" + (learner.id() - 1)).code())
        .isEqualTo("forbidden");
  }

  @Test
  void isJudgedAgainOnTheExerciseAsItIsNow() {
    Person learner = SERVICE.learner();
    long exercise = SERVICE.exercise();
    long id = SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10);
    SERVICE.platform.change(exercise, Map.of("revision", 4, "points", 80, "is_active", false));
    assertThat(rejudge(learner, id).code()).isEqualTo("forbidden");
    HttpProbe.Answer answer = rejudge(SERVICE.person(Role.AUTHOR), id);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").asString()).isEqualTo("queued");
    assertThat(points(learner)).as("the old score counts until then").isEqualTo(100);

    Lease lease = SERVICE.judge.take();
    assertThat(lease.json().path("exercise_revision").asInt()).isEqualTo(4);
    rejudge(SERVICE.person(Role.ADMIN), id); // while it is being judged
    assertThat(SERVICE.judge.finish(lease, "AC", 10).code()).isEqualTo("lease_lost");
    SERVICE.judge.finish(SERVICE.judge.take(), "WA", 5);
    JsonNode again = SERVICE.submission(learner, id);
    assertThat(again.path("verdict").asString()).isEqualTo("WA");
    assertThat(again.path("attempt_number").asInt()).isEqualTo(1);
    assertThat(points(learner)).isEqualTo(40);
    assertThat(rejudge(SERVICE.person(Role.AUTHOR), 999_999).code())
        .isEqualTo("submission_not_found");
  }

  @Test
  void aRejudgingThatFailsLeavesTheOldScoreCounting() {
    Person learner = SERVICE.learner();
    long exercise = SERVICE.exercise();
    long id = SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10);
    Person administrator = SERVICE.person(Role.ADMIN);
    for (int round = 0; round < 2; round++) {
      rejudge(administrator, id);
      for (int i = 1; i <= 3; i++) {
        FakeJudge failing = SERVICE.judge.named("failing-" + i);
        failing.finish(failing.take(), "JE", 0);
      }
      JsonNode shown = SERVICE.submission(administrator, id);
      assertThat(shown.path("status").asString()).isEqualTo("judge_error");
      assertThat(shown.path("verdict").asString()).isEqualTo("JE");
      assertThat(shown.path("feedback_message").asString()).isEqualTo("the disk is full");
      assertThat(shown.path("points").isNull()).as("it is not this judging's").isTrue();
      JsonNode progress = SERVICE.get(learner, "/api/v1/progress").json();
      assertThat(progress.path("points").asDouble()).isEqualTo(100);
      assertThat(progress.path("solved").asInt()).isEqualTo(1);
    }
    rejudge(administrator, id);
    SERVICE.judge.finish(SERVICE.judge.take(), "WA", 5);
    assertThat(points(learner)).as("the new score counts").isEqualTo(50);
  }

  @Test
  void onlyAuthorsRejudgeAWholeExercise() {
    String path = "/api/v1/submissions/rejudge";
    Map<String, Long> unknown = Map.of("exercise_id", 1L);
    assertThat(SERVICE.post(SERVICE.learner(), path, path, unknown).code()).isEqualTo("forbidden");
    Person author = SERVICE.person(Role.AUTHOR);
    assertThat(SERVICE.post(author, path, path, unknown).code()).isEqualTo("exercise_not_found");
    assertThat(SERVICE.post(author, path, path, Map.of()).code()).isEqualTo("invalid_request");
  }

  private static HttpProbe.Answer rejudge(Person by, long id) {
    return SERVICE.rejudge(by, id);
  }

  private static double points(Person learner) {
    return SERVICE.get(learner, "/api/v1/progress").json().path("points").asDouble();
  }

  /** The ids of all pages. */
  private static List<Long> list(Person by, String query) {
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = SERVICE.get(by, LIST + query + cursor).json();
      page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());
    return ids;
  }
}
