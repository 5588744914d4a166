package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A draft is published when a judge found that its solutions get their verdicts. */
class JudgedPublishingTest {
  private static final String DRAFTS = "/api/v1/authoring/drafts";
  private static final String PUBLISH = DRAFTS + "/{id}/publish";
  private static final String JUDGE = DRAFTS + "/{id}/judge";

  @TempDir private static Path data;
  private static FakeScores scores;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    scores = service.scores;
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void reset() {
    scores.reset();
  }

  @Test
  void whenItsSolutionsGetTheirVerdicts() {
    long id = draft("judged-well");
    assertThat(publish(service.author, id, "").code()).isEqualTo("check_required");
    HttpProbe.Answer started = judge(id);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.header("Location"))
        .isEqualTo("/api/v1/checks/" + started.json().path("id").asLong());
    HttpProbe.Answer published = publish(service.author, id, "");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(revision(published).path("judged").asBoolean()).isTrue();
  }

  @Test
  void withTheTimeLimitThatTheJudgeComputed() {
    scores.rows =
        """
        [{"name": ".timelimit", "group": "", "verdict": "AC", "points": 0, "time_ms": 2500}]
        """;
    long id =
        draft(
            PackageFixture.named("computed-limit")
                .with("problem.yaml", "problem_format_version: 2023-07\nname: C\n"));
    judge(id);
    long exercise = publish(service.author, id, "").json().path("id").asLong();
    assertThat(service.shown(exercise, "en").at("/limits/time_ms").asInt()).isEqualTo(2500);
    HttpProbe.Answer again =
        service.as(service.author).post(DRAFTS, "{\"exercise_id\": " + exercise + "}");
    assertThat(again.json().path("files").toString()).contains("\".timelimit\"");
  }

  @Test
  void notWhenASolutionDiffersOrTheDraftHasChangedSince() {
    scores.verdict = "WA";
    scores.rows =
        """
        [{"name": "secret/1", "group": "accepted/good.py", "verdict": "WA", "points": 0},
         {"name": "accepted/good.py", "group": "", "verdict": "WA", "points": 0,
          "feedback": {"message": "expected AC: got WA (secret/1: WA)"}},
         {"name": "wrong_answer/bad.cpp", "group": "", "verdict": "WA", "points": 1},
         {"name": "accepted/x.hs", "group": "", "verdict": "JE", "points": 0,
          "feedback": {"message": "skipped: Haskell is not installed"}}]
        """;
    long id = draft("differs");
    judge(id);
    HttpProbe.Answer refused = publish(service.author, id, "");
    assertThat(refused.code()).isEqualTo("solutions_differ");
    assertThat(refused.json().path("errors").toString())
        .isEqualTo(
            "[{\"field\":\"submissions/accepted/good.py\",\"message\":\"expected AC: got WA"
                + " (secret/1: WA)\",\"code\":\"solution_differs\"},"
                + "{\"field\":\"submissions/accepted/x.hs\",\"message\":\"skipped: Haskell is not"
                + " installed\",\"code\":\"solution_skipped\"}]");
    scores.reset();
    judge(id);
    change(id);
    assertThat(publish(service.author, id, "").code()).isEqualTo("check_required");
    scores.status = "judging";
    judge(id);
    assertThat(publish(service.author, id, "").code()).isEqualTo("check_running");
    scores.status = "judge_error";
    judge(id);
    assertThat(publish(service.author, id, "").code()).isEqualTo("check_failed");
  }

  @Test
  void notWhenItChangesWhileItIsPublished() {
    long id = draft("overtaken");
    judge(id);
    scores.meanwhile = () -> change(id);
    assertThat(publish(service.author, id, "").code()).isEqualTo("precondition_failed");
  }

  @Test
  void withoutAJudgeByAdministratorsOnly() {
    scores.judge = false;
    long id = draft("unjudged");
    assertThat(judge(id).code()).isEqualTo("no_judge");
    assertThat(publish(service.author, id, "?judged=false").code()).isEqualTo("forbidden");
    HttpProbe.Answer published = publish(service.admin, id, "?judged=false");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(revision(published).path("judged").asBoolean()).isFalse();
  }

  @Test
  void whoeverHasTooManyChecksInTheQueueIsToldToWait() {
    scores.full = true;
    HttpProbe.Answer refused = judge(draft("impatient"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_queued");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void aDraftWithFaultsIsNotJudged() {
    long id = draft(PackageFixture.named("faulty").without("data/secret/1.ans"));
    assertThat(judge(id).code()).isEqualTo("package_invalid");
  }

  @Test
  void aJudgeGetsTheFilesOfTheVersionThatItChecks() {
    long id = draft("fetched-draft");
    String internal = "/internal/v1/exercises/{id}/revisions/{revision}";
    String path = "/internal/v1/exercises/-" + id + "/revisions/";
    int version = view(id).path("version").asInt();
    JsonNode files =
        service.get(RunningService.JUDGE_TOKEN, path + version, internal).json().path("files");
    assertThat(files.toString()).isEqualTo(view(id).path("files").toString());
    change(id);
    assertThat(service.get(RunningService.JUDGE_TOKEN, path + version, internal).code())
        .isEqualTo("revision_not_found");
    assertThat(service.get(RunningService.JUDGE_TOKEN, path + (version + 1), internal).status())
        .isEqualTo(200);
  }

  private static long draft(String slug) {
    return draft(PackageFixture.named(slug));
  }

  private static long draft(PackageFixture fixture) {
    HttpProbe.Answer created =
        service.send(service.author, "POST", DRAFTS, fixture.zip(), Map.of());
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.json().path("id").asLong();
  }

  private static JsonNode view(long id) {
    return service.as(service.author).get(DRAFTS + "/" + id).json();
  }

  private static void change(long id) {
    HttpProbe caller = service.as(service.author);
    HttpRequest.Builder request =
        caller
            .request(DRAFTS + "/" + id)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"points\": 7}"));
    assertThat(caller.send(request).status()).isEqualTo(200);
  }

  private static HttpProbe.Answer judge(long id) {
    HttpProbe caller = service.as(service.author);
    HttpRequest.Builder request =
        caller.request(DRAFTS + "/" + id + "/judge").POST(HttpRequest.BodyPublishers.noBody());
    return RunningService.checked("POST", JUDGE, caller.send(request));
  }

  private static HttpProbe.Answer publish(String token, long id, String query) {
    HttpProbe caller = service.as(token);
    HttpRequest.Builder request =
        caller
            .request(DRAFTS + "/" + id + "/publish" + query)
            .header("If-Match", "*")
            .POST(HttpRequest.BodyPublishers.noBody());
    return RunningService.checked("POST", PUBLISH, caller.send(request));
  }

  private static JsonNode revision(HttpProbe.Answer published) {
    long exercise = published.json().path("id").asLong();
    return service
        .get(
            service.author,
            RunningService.EXERCISES + "/" + exercise + "/revisions",
            RunningService.EXERCISE + "/revisions")
        .json()
        .at("/items/0");
  }
}
