package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A package that is uploaded is published when a judge found it good. */
class ImportTest {
  private static final String IMPORTS = "/api/v1/authoring/imports";
  private static final String DRAFTS = "/api/v1/authoring/drafts";

  @TempDir private static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void reset() {
    service.scores.reset();
  }

  @Test
  void itIsPublishedWhenTheCheckHasPassed() {
    service.scores.status = "judging";
    HttpProbe.Answer accepted = upload(PackageFixture.named("imported").with("README.md", ""));
    JsonNode begun = accepted.json();
    assertThat(begun.path("state").asString()).isEqualTo("checking");
    assertThat(begun.at("/warnings/0/field").asString()).isEqualTo("README.md");
    assertThat(accepted.header("Location")).isEqualTo(IMPORTS + "/" + begun.path("id").asLong());
    service.service.settleImports();
    assertThat(find(service.author, begun).json().path("state").asString()).isEqualTo("checking");
    assertThat(service.slugs(service.author, "?include_inactive=true")).doesNotContain("imported");

    service.scores.end(begun.path("check_id").asLong(), "judged", "AC");
    service.service.settleImports();
    service.service.settleImports(); // nothing is published twice
    JsonNode ended = find(service.author, begun).json();
    assertThat(ended.path("state").asString()).isEqualTo("published");
    assertThat(ended.at("/published/slug").asString()).isEqualTo("imported");
    assertThat(ended.at("/published/warnings").toString())
        .isEqualTo(begun.path("warnings").toString());
    assertThat(newest(ended.at("/published/id").asLong()).path("judged").asBoolean()).isTrue();
    assertThat(draft(begun)).isEqualTo(404);
  }

  @Test
  void itRemainsADraftWhenASolutionDiffers() {
    service.scores.verdict = "WA";
    service.scores.rows =
        """
        [{"name": "accepted/good.py", "group": "", "verdict": "WA", "points": 0,
          "feedback": {"message": "got WA (secret/1: WA)"}}]
        """;
    HttpProbe.Answer refused = service.post(service.author, PackageFixture.named("wrong").zip());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("solutions_differ");
    assertThat(refused.json().at("/errors/0/field").asString())
        .isEqualTo("submissions/accepted/good.py");
    JsonNode begun = upload(PackageFixture.named("wrong")).json();
    service.service.settleImports();
    JsonNode ended = find(service.author, begun).json();
    assertThat(ended.path("state").asString()).isEqualTo("refused");
    assertThat(ended.at("/problem/code").asString()).isEqualTo("solutions_differ");
    assertThat(ended.at("/problem/errors/0/message").asString()).isEqualTo("got WA (secret/1: WA)");
    assertThat(draft(begun)).isEqualTo(200);
  }

  @Test
  void aTimeLimitThatItLeavesOpenIsComputed() {
    service.scores.rows =
        """
        [{"name": ".timelimit", "group": "", "verdict": "AC", "points": 0, "time_ms": 2500}]
        """;
    PackageFixture open =
        PackageFixture.named("no-limit")
            .with("problem.yaml", "problem_format_version: 2023-07\nname: C\n");
    HttpProbe.Answer published = service.post(service.author, open.zip());
    assertThat(published.status()).as(published.text()).isEqualTo(201);
    assertThat(published.json().path("warnings")).isEmpty();
    long id = published.json().path("id").asLong();
    assertThat(service.shown(id, "en").at("/limits/time_ms").asInt()).isEqualTo(2500);
  }

  @Test
  void aRevisionIsCheckedUnlessNothingHasChanged() {
    PackageFixture fixture = PackageFixture.named("revised");
    long id = service.add(fixture);
    service.scores.judge = false;
    HttpProbe.Answer same = service.put(service.author, id, "*", fixture.zip());
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json().path("revision").asInt()).isEqualTo(1);
    fixture.with("statement/problem.en.md", "Another.\n");
    assertThat(service.put(service.author, id, "*", fixture.zip()).code()).isEqualTo("no_judge");
    service.scores.reset();
    service.scores.status = "judging";
    HttpProbe.Answer checking = revise(id, fixture, "", service.author);
    assertThat(checking.status()).as(checking.text()).isEqualTo(202);
    // Somebody is quicker.
    service.scores.reset();
    service.put(
        service.author, id, "\"1\"", fixture.with("statement/problem.vi.md", "Khác.\n").zip());
    service.scores.end(checking.json().path("check_id").asLong(), "judged", "AC");
    service.service.settleImports();
    JsonNode ended = find(service.author, checking.json()).json();
    assertThat(ended.at("/problem/code").asString()).isEqualTo("precondition_failed");
    assertThat(newest(id).path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void aSlugThatIsTakenIsRefusedAtOnce() {
    service.add(PackageFixture.named("occupied"));
    service.scores.status = "judging";
    assertThat(service.post(service.author, PackageFixture.named("occupied").zip()).code())
        .isEqualTo("slug_taken");
  }

  @Test
  void withoutAJudgeNoDraftRemains() {
    service.scores.judge = false;
    long before = drafts();
    assertThat(service.post(service.author, PackageFixture.named("waiting").zip()).code())
        .isEqualTo("no_judge");
    service.scores.reset();
    service.scores.full = true;
    HttpProbe.Answer full = service.post(service.author, PackageFixture.named("waiting").zip());
    assertThat(full.status()).isEqualTo(429);
    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void administratorsMayPublishWithoutACheck() {
    service.scores.judge = false;
    PackageFixture fixture = PackageFixture.named("unchecked");
    String path = RunningService.EXERCISES + "?judged=false";
    assertThat(service.send(service.author, "POST", path, fixture.zip(), Map.of()).code())
        .isEqualTo("forbidden");
    HttpProbe.Answer published =
        RunningService.checked(
            "POST",
            RunningService.EXERCISES,
            service.send(service.admin, "POST", path, fixture.zip(), Map.of()));
    assertThat(published.status()).as(published.text()).isEqualTo(201);
    long id = published.json().path("id").asLong();
    assertThat(newest(id).path("judged").asBoolean()).isFalse();
    fixture.with("statement/problem.en.md", "Another.\n");
    assertThat(revise(id, fixture, "?judged=false", service.admin).status()).isEqualTo(200);
  }

  @Test
  void whatHappensMeanwhileEndsIt() {
    service.scores.status = "judging";
    JsonNode deleted = upload(PackageFixture.named("deleted")).json();
    service.as(service.author).send("DELETE", DRAFTS + "/" + deleted.path("draft_id").asLong(), "");
    JsonNode failed = upload(PackageFixture.named("failed")).json();
    service.scores.end(failed.path("check_id").asLong(), "judge_error", null);
    service.service.settleImports();
    assertThat(find(service.author, deleted).json().at("/problem/code").asString())
        .isEqualTo("draft_not_found");
    assertThat(find(service.author, failed).json().at("/problem/code").asString())
        .isEqualTo("check_failed");
  }

  @Test
  void itIsTheOwnersAndTheAdministrators() {
    service.scores.status = "judging";
    JsonNode begun = upload(PackageFixture.named("private")).json();
    assertThat(find(service.admin, begun).status()).isEqualTo(200);
    assertThat(find(service.users.token(8, Role.AUTHOR), begun).code())
        .isEqualTo("import_not_found");
    assertThat(find(service.learner, begun).code()).isEqualTo("forbidden");
    assertThat(find(null, begun).code()).isEqualTo("unauthenticated");
  }

  private static HttpProbe.Answer upload(PackageFixture fixture) {
    HttpProbe.Answer answer =
        RunningService.checked(
            "POST",
            RunningService.EXERCISES,
            service.send(
                service.author, "POST", RunningService.EXERCISES, fixture.zip(), Map.of()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer;
  }

  private static HttpProbe.Answer revise(
      long id, PackageFixture fixture, String query, String token) {
    String path = RunningService.EXERCISES + "/" + id + query;
    return RunningService.checked(
        "PUT",
        RunningService.EXERCISE,
        service.send(token, "PUT", path, fixture.zip(), Map.of("If-Match", "*")));
  }

  private static HttpProbe.Answer find(@Nullable String token, JsonNode begun) {
    return service.get(token, IMPORTS + "/" + begun.path("id").asLong(), IMPORTS + "/{id}");
  }

  private static int draft(JsonNode begun) {
    return service.as(service.author).get(DRAFTS + "/" + begun.path("draft_id").asLong()).status();
  }

  private static long drafts() {
    return service.as(service.author).get(DRAFTS).json().path("items").size();
  }

  private static JsonNode newest(long exercise) {
    return service
        .get(
            service.author,
            RunningService.EXERCISES + "/" + exercise + "/revisions",
            RunningService.EXERCISE + "/revisions")
        .json()
        .at("/items/0");
  }
}
