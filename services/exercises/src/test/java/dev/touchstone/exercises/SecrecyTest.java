package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Calls every operation of the contract as a user who must not see secrets. */
class SecrecyTest {
  @TempDir private static Path data;
  private static RunningService service;
  private static long id;
  private static String digest;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    id =
        service.add(
            PackageFixture.named("secretive")
                .with("hints/1.vi.md", PackageFixture.SECRET + " gợi ý\n")
                .with("solution/solution.md", PackageFixture.SECRET + " editorial\n"));
    JsonNode files = listing().json().path("files");
    digest =
        files
            .valueStream()
            .filter(file -> file.path("path").asString().equals("data/secret/1.ans"))
            .map(file -> file.path("sha256").asString())
            .findFirst()
            .orElseThrow();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpProbe.Answer listing() {
    return service.get(
        RunningService.JUDGE_TOKEN,
        "/internal/v1/exercises/" + id + "/revisions/1",
        "/internal/v1/exercises/{id}/revisions/{revision}");
  }

  @Test
  void noOperationShowsALearnerOrAStrangerASecret() {
    List<String> answered = new ArrayList<>();
    ContractCheck contract = ContractCheck.of("exercises");
    for (String operation : contract.operations()) {
      String[] parts = operation.split(" ", 2);
      for (String token : Stream.of("", service.learner).toList()) {
        for (String path : variants(parts[1])) {
          HttpProbe.Answer answer = call(parts[0], path, token.isEmpty() ? null : token);
          contract.checkAnswer(parts[0], parts[1], answer);
          requireNoSecret(operation + " " + path, answer);
          if (answer.status() == 200) {
            answered.add(operation);
          }
        }
      }
    }
    assertThat(answered.stream().distinct())
        .as("the operations that are public")
        .containsExactlyInAnyOrder(
            "GET /api/v1/collections",
            "GET /api/v1/exercises",
            "GET /api/v1/exercises/facets",
            "GET /api/v1/exercises/{id}",
            "GET /api/v1/exercises/{id}/attachments/{path}");
  }

  /** By id, by slug, and with parameters that might make a response reveal more. */
  private static List<String> variants(String contractPath) {
    String path =
        contractPath
            .replace("{digest}", digest)
            .replace("{revision}", "1")
            .replace("{user_id}", "8")
            .replace("{path}", "grid.png");
    return Stream.of(Long.toString(id), "secretive")
        .map(key -> path.replace("{id}", key))
        .flatMap(address ->
            Stream.of(
                address,
                address + "?include_inactive=true",
                address + "?locale=vi",
                address + "?limit=0&revision=x&q=" + PackageFixture.SECRET))
        .distinct()
        .toList();
  }

  private static HttpProbe.Answer call(String method, String path, @Nullable String token) {
    HttpProbe caller = service.as(token);
    String type = method.equals("PATCH") ? "application/json" : "application/zip";
    byte[] body = PackageFixture.named("theirs").zip();
    return caller.send(
        method.equals("GET")
            ? caller.request(path).GET()
            : caller
                .request(path)
                .header("Content-Type", type)
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static void requireNoSecret(String operation, HttpProbe.Answer answer) {
    assertThat(new String(answer.response().body(), StandardCharsets.ISO_8859_1))
        .as(operation)
        .doesNotContain(PackageFixture.SECRET)
        .doesNotContain(digest);
    assertThat(answer.response().headers().map().toString())
        .as(operation)
        .doesNotContain(PackageFixture.SECRET)
        .doesNotContain(digest);
  }

  @Test
  void theSecretsAreThereForAuthorsAndJudges() {
    String address = RunningService.EXERCISES + "/" + id;
    assertThat(service.as(service.author).get(address + "/test-cases").text())
        .contains(PackageFixture.SECRET);
    JsonNode shown = service.shown(id, "en");
    assertThat(shown.path("hint_count").asInt()).isEqualTo(1);
    assertThat(shown.path("has_editorial").asBoolean()).isTrue();
    String guidance = "/internal/v1/exercises/" + id + "/guidance";
    JsonNode ofService =
        service
            .get(RunningService.INTERNAL_TOKEN, guidance, "/internal/v1/exercises/{id}/guidance")
            .json();
    assertThat(ofService.at("/hints/0/vi").asString())
        .isEqualTo(PackageFixture.SECRET + " gợi ý\n");
    assertThat(ofService.at("/editorial/en").asString())
        .isEqualTo(PackageFixture.SECRET + " editorial\n");
    assertThat(ofService.path("visible").asString()).isEqualTo("after_solved");
    assertThat(service.as(service.author).get(address + "/solutions").text())
        .contains(PackageFixture.SECRET);
    assertThat(
            service
                .get(
                    RunningService.JUDGE_TOKEN,
                    "/internal/v1/objects/" + digest,
                    "/internal/v1/objects/{digest}")
                .text())
        .isEqualTo(PackageFixture.SECRET + " answer\n");
  }

  @Test
  void peopleOfNoRoleGetBehindTheInternalAddresses() {
    for (String token : List.of(service.learner, service.author, service.admin, "nonsense")) {
      for (String path :
          List.of(
              "/internal/v1/objects/" + digest,
              "/internal/v1/exercises/" + id,
              "/internal/v1/exercises/" + id + "/guidance",
              "/internal/v1/exercises/" + id + "/revisions/1")) {
        assertThat(service.as(token).get(path).code()).as(path).isEqualTo("token_invalid");
      }
    }
  }

  @Test
  void aJudgeGetsTestDataAndNoMore() {
    assertThat(listing().status()).isEqualTo(200);
    assertThat(
            service
                .get(
                    RunningService.JUDGE_TOKEN,
                    "/internal/v1/exercises/" + id,
                    "/internal/v1/exercises/{id}")
                .code())
        .isEqualTo("token_invalid");
    assertThat(service.get(RunningService.JUDGE_TOKEN, RunningService.EXERCISES).code())
        .isEqualTo("token_invalid");
  }
}
