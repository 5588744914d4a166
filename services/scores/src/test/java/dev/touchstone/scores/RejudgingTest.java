package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RejudgingTest {
  private static final String START = "/api/v1/submissions/rejudge";
  private static final String PROGRESS = "/api/v1/submissions/rejudgings/";

  private final RunningService service = RunningService.start();
  private final FakeJudge judge = service.judge;
  private final Person author = service.person(Role.AUTHOR);
  private final Person learner = service.learner();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpProbe.Answer start() {
    HttpProbe.Answer answer = service.post(author, START, START, Map.of("exercise_id", exercise));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer;
  }

  private JsonNode progress(HttpProbe.Answer started) {
    String path = started.header("Location");
    assertThat(path).isEqualTo(PROGRESS + started.json().path("id").asLong());
    HttpProbe.Answer answer = service.get(author, path, PROGRESS + "{id}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<Integer> counts(JsonNode rejudging) {
    return List.of("submissions", "waiting", "judging", "judged", "failed", "superseded").stream()
        .map(name -> rejudging.path(name).asInt())
        .toList();
  }

  private List<Long> judged(int count) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(service.submit(service.learner(), exercise));
      judge.finish(judge.take(), "WA", 5, JsonTest.of(1, "WA"));
    }
    return ids;
  }

  @Test
  void showsHowFarItIs() {
    List<Long> ids = judged(4);
    HttpProbe.Answer started = start();
    assertThat(counts(started.json())).containsExactly(4, 4, 0, 0, 0, 0);
    Lease first = judge.take();
    assertThat(first.job()).as("the oldest first").isEqualTo(ids.getFirst());
    assertThat(counts(progress(started))).containsExactly(4, 3, 1, 0, 0, 0);
    judge.finish(first, "AC", 10, JsonTest.of(1, "AC"));
    for (int i = 1; i <= 3; i++) {
      FakeJudge failing = judge.named("failing-" + i);
      failing.finish(failing.take(), "JE", 0);
    }
    assertThat(counts(progress(started))).containsExactly(4, 2, 0, 1, 1, 0);
    service.rejudge(author, ids.getLast());
    assertThat(counts(progress(started))).containsExactly(4, 1, 0, 1, 1, 1);
  }

  @Test
  void judgesOnTheCurrentRevisionWhileTheOldScoreCounts() {
    long id = service.submit(learner, exercise);
    judge.finish(judge.take(), "WA", 5, JsonTest.of(1, "WA"), JsonTest.of(2, "AC"));
    service.platform.change(exercise, Map.of("revision", 4, "points", 200));
    start();
    JsonNode waiting = service.submission(learner, id);
    assertThat(waiting.path("status").asString()).isEqualTo("queued");
    assertThat(waiting.path("exercise_revision").asInt()).isEqualTo(4);
    assertThat(waiting.path("tests")).isEmpty();
    assertThat(points()).isEqualTo(50);
    judge.finish(judge.take(), "AC", 10, JsonTest.of(1, "AC"));
    assertThat(points()).isEqualTo(200);
  }

  private double points() {
    return service.get(learner, "/api/v1/progress").json().path("points").asDouble();
  }

  @Test
  void theSameCallWhileItIsUnderWayChangesNothing() {
    judged(2);
    HttpProbe.Answer first = start();
    Lease lease = judge.take();
    HttpProbe.Answer second = start();
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(counts(second.json())).containsExactly(2, 1, 1, 0, 0, 0);
    assertThat(judge.finish(lease, "AC", 10).status()).isEqualTo(204);
    judge.finish(judge.take(), "AC", 10);
    assertThat(start().json().path("id")).isNotEqualTo(first.json().path("id"));
  }

  @Test
  void aNewRevisionStartsAfreshAndEndsTheOldOne() {
    judged(2);
    HttpProbe.Answer first = start();
    Lease lease = judge.take();
    service.platform.change(exercise, Map.of("revision", 4));
    HttpProbe.Answer second = start();
    assertThat(counts(progress(first))).containsExactly(2, 0, 0, 0, 0, 2);
    assertThat(counts(progress(second))).containsExactly(2, 2, 0, 0, 0, 0);
    assertThat(judge.finish(lease, "AC", 10).code()).isEqualTo("lease_lost");
  }

  @Test
  void whoFollowsASubmissionSeesThatItIsQueuedAgain() {
    long id = service.submit(learner, exercise);
    try (EventReader reader =
        EventReader.open(
            service.probe.withToken(learner.token()), "/api/v1/submissions/" + id + "/events", 0)) {
      assertThat(reader.next().orElseThrow().brief()).isEqualTo("queued");
      Lease lease = judge.take();
      assertThat(reader.next().orElseThrow().brief()).isEqualTo("judging");
      judge.tests(lease, JsonTest.of(1, "WA"));
      assertThat(reader.next().orElseThrow().brief()).isEqualTo("test 1 WA");
      start();
      assertThat(reader.next().orElseThrow().brief()).isEqualTo("queued");
    }
  }

  private JsonNode changes(HttpProbe.Answer started, String query) {
    String path = started.header("Location") + "/changes" + query;
    HttpProbe.Answer answer = service.get(author, path, PROGRESS + "{id}/changes");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void showsWhatItChanged() {
    List<Long> ids = judged(3); // all WA with 50 points
    service.platform.change(exercise, Map.of("revision", 4));
    HttpProbe.Answer started = start();
    assertThat(changes(started, "").path("items")).isEmpty();
    judge.finish(judge.take(), "AC", 10);
    judge.finish(judge.take(), "WA", 5);
    JsonNode changes = changes(started, "");
    assertThat(changes.path("items")).hasSize(1);
    JsonNode change = changes.at("/items/0");
    assertThat(change.path("submission_id").asLong()).isEqualTo(ids.getFirst());
    assertThat(change.at("/before/verdict").asString()).isEqualTo("WA");
    assertThat(change.at("/before/points").asDouble()).isEqualTo(50);
    assertThat(change.at("/before/time_ms").asInt()).isEqualTo(42);
    assertThat(change.at("/before/exercise_revision").asInt()).isEqualTo(3);
    assertThat(change.at("/after/verdict").asString()).isEqualTo("AC");
    assertThat(change.at("/after/points").asDouble()).isEqualTo(100);
    assertThat(change.at("/after/exercise_revision").asInt()).isEqualTo(4);
    assertThat(changes.path("transitions").toString())
        .isEqualTo(
            "[{\"before\":\"WA\",\"after\":\"AC\",\"submissions\":1},"
                + "{\"before\":\"WA\",\"after\":\"WA\",\"submissions\":1}]");
    JsonNode all = changes(started, "?all=true&limit=2");
    assertThat(all.at("/items/0/submission_id").asLong()).isEqualTo(ids.getLast());
    assertThat(all.at("/items/0/after/status").asString()).isEqualTo("queued");
    assertThat(all.at("/items/0/changed").asBoolean()).isFalse();
    String rest = "?all=true&cursor=" + all.path("next_cursor").asString();
    assertThat(changes(started, rest).path("items")).hasSize(1);
    assertThat(changes(started, rest).path("transitions")).as("on the first page").isEmpty();
  }

  @Test
  void keepsItsResultsWhenTheExerciseIsRejudgedAgain() {
    List<Long> ids = judged(2);
    HttpProbe.Answer first = start();
    judge.finish(judge.take(), "AC", 10);
    judge.finish(judge.take(), "TLE", 0);
    HttpProbe.Answer second = start();
    judge.finish(judge.take(), "WA", 5);
    assertThat(changes(first, "").path("items")).hasSize(2);
    assertThat(changes(first, "").at("/items/1/after/verdict").asString()).isEqualTo("AC");
    assertThat(changes(second, "").at("/items/0/before/verdict").asString()).isEqualTo("AC");
    judge.finish(judge.take(), "TLE", 0);
    service.rejudge(author, ids.getFirst());
    assertThat(changes(second, "?all=true").at("/items/1/after").isNull())
        .as("judged again alone")
        .isTrue();
    assertThat(changes(first, "").path("items")).hasSize(2);
  }

  @Test
  void aFailedJudgingIsAChange() {
    judged(1);
    HttpProbe.Answer started = start();
    for (int i = 1; i <= 3; i++) {
      FakeJudge failing = judge.named("failing-" + i);
      failing.finish(failing.take(), "JE", 0);
    }
    JsonNode change = changes(started, "").at("/items/0");
    assertThat(change.at("/after/status").asString()).isEqualTo("judge_error");
    assertThat(change.at("/after/verdict").asString()).isEqualTo("JE");
    assertThat(change.at("/after/points").isNull()).isTrue();
  }

  @Test
  void allAreListedTheNewestFirst() {
    judged(1);
    long first = start().json().path("id").asLong();
    judge.finish(judge.take(), "AC", 10);
    long second = start().json().path("id").asLong();
    String path = "/api/v1/submissions/rejudgings";
    JsonNode page = service.get(author, path + "?limit=1").json();
    assertThat(page.at("/items/0/id").asLong()).isEqualTo(second);
    assertThat(page.at("/items/0/waiting").asInt()).isEqualTo(1);
    String cursor = page.path("next_cursor").asString();
    JsonNode rest =
        service.get(author, path + "?exercise_id=" + exercise + "&cursor=" + cursor).json();
    assertThat(rest.at("/items/0/id").asLong()).isEqualTo(first);
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(service.get(author, path + "?exercise_id=1").json().path("items")).isEmpty();
    assertThat(service.get(learner, path).code()).isEqualTo("forbidden");
    assertThat(service.get(author, path + "?cursor=x").code()).isEqualTo("invalid_request");
  }

  /** The report and the rejudging meet at the row of the submission; the report comes first. */
  @Test
  void voidsTheTestsOfAReportThatArrivesMeanwhile() throws Exception {
    long id = service.submit(learner, exercise);
    judge.take();
    CompletableFuture<HttpProbe.Answer> started;
    try (Database database = service.database();
        Handle report = database.jdbi().open()) {
      report.begin();
      report.execute("UPDATE scores SET event_number = event_number + 1 WHERE id = ?", id);
      report.execute(
          """
          INSERT INTO score_tests (job_id, test_index, event_number, result)
          SELECT id, 1, event_number, CAST('{"index": 1, "verdict": "WA"}' AS jsonb)
          FROM scores WHERE id = ?
          """,
          id);
      started = CompletableFuture.supplyAsync(this::start);
      Await.until(
          "the rejudging to wait for the submission",
          () ->
              report
                  .createQuery(
                      "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted"
                          + " AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
                  .mapTo(Boolean.class)
                  .one());
      report.commit();
    }
    assertThat(counts(started.get(1, TimeUnit.MINUTES).json())).startsWith(1, 1);
    assertThat(service.submission(learner, id).path("tests")).isEmpty();
  }

  @Test
  void ofAnExerciseWithoutSubmissionsEndsAtOnce() {
    assertThat(counts(start().json())).containsExactly(0, 0, 0, 0, 0, 0);
  }

  @Test
  void isForAuthors() {
    assertThat(service.get(learner, PROGRESS + "1", PROGRESS + "{id}").code())
        .isEqualTo("forbidden");
    assertThat(service.get(author, PROGRESS + "1", PROGRESS + "{id}").code())
        .isEqualTo("rejudging_not_found");
    assertThat(service.get(author, PROGRESS + "x", PROGRESS + "{id}").code())
        .isEqualTo("rejudging_not_found");
    String changes = PROGRESS + "{id}/changes";
    assertThat(service.get(learner, PROGRESS + "1/changes", changes).code()).isEqualTo("forbidden");
    assertThat(service.get(author, PROGRESS + "1/changes", changes).code())
        .isEqualTo("rejudging_not_found");
  }
}
