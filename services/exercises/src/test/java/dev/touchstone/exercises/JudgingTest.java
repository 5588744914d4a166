package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JudgingTest {
  private static final String CHANGES = "/internal/v1/changes";
  private static final String TERMS = "/internal/v1/exercises/{id}";
  private static final String REVISION = "/internal/v1/exercises/{id}/revisions/{revision}";
  private static final String OBJECT = "/internal/v1/objects/{digest}";
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

  private static HttpProbe.Answer get(String path, String contractPath) {
    return service.get(RunningService.INTERNAL_TOKEN, path, contractPath);
  }

  @Test
  void scoresLearnsWhatItMustKnow() {
    long id = service.add(PackageFixture.named("terms"));
    JsonNode terms = get("/internal/v1/exercises/" + id, TERMS).json();
    assertThat(terms)
        .hasToString(
            """
            {"exercise_id":%d,"revision":1,"slug":"terms","titles":{"en":"Shortest way home",\
            "vi":"Đường về nhà ngắn nhất"},"is_active":true,"points":80.0,\
            "languages":["cpp","python3"],"source_kib":64}\
            """
                .formatted(id));
    service.patch(service.author, id, Map.of("is_active", false));
    assertThat(get("/internal/v1/exercises/" + id, TERMS).json().path("is_active").asBoolean())
        .isFalse();
  }

  @Test
  void eachPublicChangeIsAnnounced() {
    long before = version();
    long id = service.add(PackageFixture.named("announced"));
    long added = version();
    assertThat(added).isGreaterThan(before);
    assertThat(version()).isEqualTo(added);
    service.patch(service.author, id, Map.of("is_active", false));
    assertThat(version()).isGreaterThan(added);
    assertThat(service.get("", CHANGES, CHANGES).status()).isEqualTo(401);
  }

  private static long version() {
    return get(CHANGES, CHANGES).json().path("version").asLong();
  }

  @Test
  void aJudgeGetsEveryFileOfARevisionAndOfTheOneBefore() {
    PackageFixture old = PackageFixture.named("files");
    PackageFixture fresh =
        PackageFixture.named("files").with("data/secret/3.in", "").with("data/secret/3.ans", "");
    long id = service.add(old);
    service.put(service.author, id, "*", fresh.zip());
    assertThat(fetched(id, 1)).isEqualTo(texts(old));
    assertThat(fetched(id, 2)).isEqualTo(texts(fresh));
  }

  private static Map<String, String> fetched(long id, int revision) {
    JsonNode listing =
        get("/internal/v1/exercises/" + id + "/revisions/" + revision, REVISION).json();
    Map<String, String> files = new TreeMap<>();
    for (JsonNode file : listing.path("files")) {
      HttpProbe.Answer object =
          get("/internal/v1/objects/" + file.path("sha256").asString(), OBJECT);
      assertThat(object.response().body()).hasSize(file.path("size").asInt());
      files.put(file.path("path").asString(), object.text());
    }
    return files;
  }

  private static Map<String, String> texts(PackageFixture fixture) {
    Map<String, String> texts = new TreeMap<>();
    fixture
        .files()
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void namesWhatItDoesNotKnow() {
    long id = service.add(PackageFixture.named("known"));
    assertThat(get("/internal/v1/exercises/999999", TERMS).code()).isEqualTo("exercise_not_found");
    assertThat(get("/internal/v1/exercises/x", TERMS).code()).isEqualTo("exercise_not_found");
    for (String revision : new String[] {"0", "2", "x", "99999999999"}) {
      assertThat(get("/internal/v1/exercises/" + id + "/revisions/" + revision, REVISION).code())
          .isEqualTo("revision_not_found");
    }
    assertThat(get("/internal/v1/objects/" + "0".repeat(64), OBJECT).code())
        .isEqualTo("object_not_found");
    assertThat(get("/internal/v1/objects/..secret", OBJECT).code()).isEqualTo("object_not_found");
  }
}
