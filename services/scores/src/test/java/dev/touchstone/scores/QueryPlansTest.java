package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every statement of the service on a database with a million rows. A tour calls every operation of
 * the contract, so a new one that is not part of it fails here, too.
 */
class QueryPlansTest {
  private static final long EXERCISE = 7;
  private static final PlanCheck PLANS = new PlanCheck();
  private static final RunningService SERVICE =
      RunningService.start(Map.of("TOUCHSTONE_TRIES", "2"), PLANS);

  private final Person learner = SERVICE.learner();
  private final Person author = SERVICE.person(Role.AUTHOR);
  private final Person administrator = SERVICE.person(Role.ADMIN);
  private final FakeJudge judge = SERVICE.judge;

  @BeforeAll
  static void fill() {
    try (Database database = SERVICE.database()) {
      ManyRows.fill(database.jdbi());
    }
    for (long exercise = 1; exercise <= ManyRows.EXERCISES; exercise++) {
      SERVICE.platform.open(exercise);
    }
    RunningService.ACCEPTED.clear();
    PLANS.enable();
  }

  @BeforeEach
  void own() {
    SERVICE.platform.members(
        author.id(),
        Map.of(EXERCISE, MemberRole.OWNER, 8L, MemberRole.EDITOR, 9L, MemberRole.VIEWER));
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void noStatementReadsAWholeLargeTableOrSortsOnTheDisk() {
    long submission = submissions();
    long run = runs();
    judging();
    teaching(submission);
    results();
    comments(submission);
    drafts();
    supervision();
    follow(learner, "submissions", submission);
    follow(learner, "runs", run);
    follow(author, "checks", check());
    personalData();
    assertThat(RunningService.ACCEPTED)
        .as("the tour calls every operation")
        .containsAll(RunningService.CONTRACT.operations());
    Await.until(
        "the periodic tasks",
        () ->
            List.of(
                    "DELETE FROM runs",
                    "DELETE FROM judges",
                    "leased_until < :now",
                    "status IN ('queued', 'judging', 'judge_error')",
                    "UPDATE judges SET judged")
                .stream()
                .allMatch(part -> PLANS.statements().stream().anyMatch(sql -> sql.contains(part))));
    assertThat(PLANS.statements()).hasSizeGreaterThan(60);
    assertThat(PLANS.faults()).isEmpty();
  }

  private long submissions() {
    Map<String, Object> body = RunningService.body(EXERCISE);
    HttpProbe.Answer answer =
        SERVICE.submitRaw(learner, Json.MAPPER.writeValueAsBytes(body), "Idempotency-Key", "tour");
    long id = answer.json().path("id").asLong();
    SERVICE.submitRaw(learner, Json.MAPPER.writeValueAsBytes(body), "Idempotency-Key", "tour");
    SERVICE.act(learner, "/api/v1/submissions/{id}/cancel", SERVICE.submit(learner, EXERCISE));
    SERVICE.submission(learner, id);
    for (String status : List.of("", "queued", "judging", "judged", "judge_error", "cancelled")) {
      String filter = status.isEmpty() ? "" : "&status=" + status;
      list(learner, "limit=20" + filter);
      list(learner, "exercise_id=" + EXERCISE + filter);
      list(author, "limit=20" + filter);
      list(author, "exercise_id=" + EXERCISE + filter);
      list(author, "user_id=77" + filter);
      list(author, "exercise_id=" + EXERCISE + "&user_id=77" + filter);
      list(administrator, "limit=20" + filter);
      list(administrator, "user_id=77" + filter);
    }
    SERVICE.get(learner, "/api/v1/progress");
    SERVICE.platform.guide(EXERCISE, Map.of("hints", List.of(Map.of("en", "Think."))));
    String guidance = "/api/v1/progress/exercises/";
    SERVICE.get(learner, guidance + EXERCISE + "/guidance", guidance + "{id}/guidance");
    SERVICE.post(
        learner, guidance + EXERCISE + "/hints", guidance + "{id}/hints", Map.of("number", 1));
    SERVICE.get(author, "/api/v1/progress?user_id=77", "/api/v1/progress");
    SERVICE.get(administrator, "/api/v1/progress?user_id=77", "/api/v1/progress");
    String leaderboard = "/api/v1/leaderboard";
    String next = SERVICE.get(learner, leaderboard).json().path("next_cursor").asString();
    SERVICE.get(learner, leaderboard + "?cursor=" + next, leaderboard);
    SERVICE.get(learner, leaderboard + "?month=current");
    SERVICE.get(learner, leaderboard + "?month=2026-01");
    String solvers = leaderboard + "/exercises/";
    SERVICE.get(learner, solvers + EXERCISE, solvers + "{id}");
    SERVICE.get(learner, solvers + EXERCISE + "?order=time", solvers + "{id}");
    String statistics = "/api/v1/statistics/exercises/";
    SERVICE.get(learner, statistics + EXERCISE, statistics + "{id}");
    String many = "/api/v1/statistics/exercises";
    SERVICE.get(learner, many + "?exercise_ids=" + EXERCISE + ",2,3", many);
    return id;
  }

  private static void list(Person by, String query) {
    String path = "/api/v1/submissions";
    assertThat(SERVICE.get(by, path + "?" + query, path).status()).isEqualTo(200);
  }

  private long runs() {
    String path = "/api/v1/runs";
    long cancelled = run();
    SERVICE.act(learner, path + "/{id}/cancel", cancelled);
    long run = run();
    SERVICE.get(learner, path + "/" + run, path + "/{id}");
    return run;
  }

  private long run() {
    String path = "/api/v1/runs";
    Map<String, Object> body = new HashMap<>(RunningService.body(EXERCISE));
    body.put("input", "1 2");
    return SERVICE.post(learner, path, path, body).json().path("id").asLong();
  }

  /** Each way in which a lease ends, in both lanes. */
  private void judging() {
    for (String lane : List.of("run", "submission", "check")) {
      Lease lease = take(lane);
      judge.heartbeat(lease);
      judge.send(lease, "events", Map.of("tests_total", 2));
      judge.tests(lease, JsonTest.of(1, "AC"));
      judge.finish(lease, "AC", 10, JsonTest.of(1, "AC"), JsonTest.hidden(2, "AC"));
      judge.finish(lease, "AC", 10);
      judge.send(take(lane), "release", Map.of());
      judge.finish(take(lane), "JE", 0);
      take(lane);
    }
    SERVICE.clock.advance(Duration.ofSeconds(31));
    Await.until(
        "the leases to end",
        () -> PLANS.statements().stream().anyMatch(sql -> sql.contains("leased_until < :now")));
  }

  private Lease take(String lane) {
    if (lane.equals("run")) {
      run();
    } else if (lane.equals("check")) {
      judge.acquire(FakeJudge.LANGUAGES, List.of(lane), 0); // there is a judge that checks
      check();
    }
    return judge.acquire(FakeJudge.LANGUAGES, List.of(lane), 20_000).orElseThrow();
  }

  private long check() {
    String path = "/internal/v1/checks";
    HttpProbe asService = SERVICE.probe.withToken(RunningService.INTERNAL_TOKEN);
    Map<String, Long> body = Map.of("user_id", author.id(), "draft_id", 5L, "draft_version", 1L);
    HttpProbe.Answer queued =
        RunningService.checked(
            "POST", path, asService.post(path, Json.MAPPER.writeValueAsString(body)));
    long id = queued.json().path("id").asLong();
    RunningService.checked("GET", path + "/{id}", asService.get(path + "/" + id));
    String shown = "/api/v1/checks/";
    SERVICE.get(author, shown + id, shown + "{id}");
    return id;
  }

  private void teaching(long submission) {
    SERVICE.rejudge(author, submission);
    String all = "/api/v1/submissions/rejudge";
    String progress = "/api/v1/submissions/rejudgings/";
    long rejudging =
        SERVICE.post(author, all, all, Map.of("exercise_id", EXERCISE)).json().path("id").asLong();
    SERVICE.post(author, all, all, Map.of("exercise_id", EXERCISE));
    SERVICE.get(author, progress + rejudging, progress + "{id}");
    String changes = progress + rejudging + "/changes";
    SERVICE.get(author, changes, progress + "{id}/changes");
    SERVICE.get(author, changes + "?all=true", progress + "{id}/changes");
    String rejudgings = "/api/v1/submissions/rejudgings";
    SERVICE.get(author, rejudgings);
    SERVICE.get(author, rejudgings + "?exercise_id=" + EXERCISE);
    SERVICE.get(administrator, rejudgings);
  }

  private void results() {
    String path = "/api/v1/results";
    for (String sort : List.of("username", "points", "solved")) {
      for (String filter :
          List.of("", "&exercise_ids=7,8", "&user_ids=77,78", "&username=learner12")) {
        String query = path + "?limit=20&sort=" + sort + filter;
        for (Person teacher : List.of(author, administrator)) {
          HttpProbe.Answer page = SERVICE.get(teacher, query);
          assertThat(page.status()).as(page.text()).isEqualTo(200);
          String next = page.json().path("next_cursor").asString("");
          if (!next.isEmpty()) {
            SERVICE.get(teacher, query + "&cursor=" + next);
          }
        }
      }
    }
    SERVICE.get(author, path + "/export?exercise_ids=7&format=json");
    SERVICE.get(author, path + "/export?username=learner123");
    SERVICE.get(administrator, path + "/export?username=learner123");
    String statistics = "/api/v1/statistics/";
    SERVICE.get(
        author,
        statistics + "exercises/" + EXERCISE + "/details",
        statistics + "exercises/{id}/details");
    SERVICE.get(author, statistics + "learners/77", statistics + "learners/{id}");
    SERVICE.get(administrator, statistics + "learners/77", statistics + "learners/{id}");
  }

  private void comments(long submission) {
    String ofSubmission = "/api/v1/submissions/{id}/comments";
    String path = ofSubmission.replace("{id}", Long.toString(submission));
    long id =
        SERVICE
            .post(author, path, ofSubmission, Map.of("line", 1, "text", "Why?"))
            .json()
            .path("id")
            .asLong();
    SERVICE.post(learner, path, ofSubmission, Map.of("line", 1, "text", "Because."));
    SERVICE.get(learner, path, ofSubmission);
    String notices = "/api/v1/comments/notices";
    for (Person reader : List.of(learner, author, administrator)) {
      SERVICE.get(reader, notices);
      SERVICE.get(reader, notices + "?unread=true");
    }
    String read = notices + "/read";
    SERVICE.post(learner, read, read, Map.of("submission_id", submission));
    SERVICE.post(author, read, read, Map.of());
    String one = "/api/v1/comments/{id}";
    String comment = one.replace("{id}", Long.toString(id));
    SERVICE.send(author, "PATCH", comment, one, Map.of("text", "How?"));
    SERVICE.delete(author, comment, one);
  }

  private void drafts() {
    String one = "/api/v1/drafts/{id}/{language}";
    String path = "/api/v1/drafts/" + EXERCISE + "/python3";
    Map<String, Object> program = Map.of("source", "print(1)");
    SERVICE.send(learner, "PUT", path, one, program, "If-None-Match", "*");
    SERVICE.send(learner, "PUT", path, one, program, "If-Match", "*");
    SERVICE.get(learner, path, one);
    String all = "/api/v1/drafts";
    SERVICE.get(learner, all);
    SERVICE.get(learner, all + "?exercise_id=" + EXERCISE);
    SERVICE.delete(learner, path, one);
  }

  /** Last, since it deletes what the tour has made. */
  private void personalData() {
    SERVICE.get(learner, "/api/v1/progress/data");
    SERVICE.platform.deleteAccount(learner.id());
    SERVICE.service.followDeletedAccounts();
  }

  private void supervision() {
    String judging = "/api/v1/judging/";
    SERVICE.get(administrator, judging + "judges");
    SERVICE.get(administrator, judging + "queue");
    String failures = judging + "failures";
    long id = SERVICE.get(administrator, failures).json().at("/items/0/submission_id").asLong();
    String retry = failures + "/retry";
    SERVICE.post(administrator, retry, retry, Map.of("submission_ids", List.of(id)));
    SERVICE.post(administrator, retry, retry, Map.of());
  }

  private static void follow(Person by, String what, long id) {
    String path = "/api/v1/" + what + "/";
    try (EventReader events =
        EventReader.open(SERVICE.probe.withToken(by.token()), path + id + "/events", 0)) {
      assertThat(events.next()).isPresent();
      RunningService.ACCEPTED.add("GET " + path + "{id}/events");
    }
  }
}
