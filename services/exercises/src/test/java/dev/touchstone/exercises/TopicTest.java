package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.HttpProbe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Categories and tags have labels in several languages, and exercises are found by them. */
class TopicTest {
  private static final String TOPICS = "/api/v1/authoring/topics";

  @TempDir private static Path data;
  private static RunningService service;
  private static long counting;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    counting = service.add(exercise("counting", "loops", "greedy"));
    service.add(exercise("sweeping", "two-sweeps", "quét hai lần"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static PackageFixture exercise(String slug, String category, String tag) {
    return PackageFixture.named(slug)
        .with(
            "problem.yaml",
            "problem_format_version: 2023-07-draft\nname: {en: Sheep %s, vi: Cừu}\n"
                .formatted(slug))
        .with(
            "touchstone.yaml",
            "slug: %s\ncategory: %s\ntags: [\"%s\"]\n".formatted(slug, category, tag));
  }

  private static HttpProbe.Answer label(
      @Nullable String token, String kind, String name, Map<String, String> labels) {
    return put(token, Map.of("kind", kind, "name", name, "labels", labels));
  }

  private static HttpProbe.Answer put(@Nullable String token, Map<String, ?> body) {
    return RunningService.checked(
        "PUT", TOPICS, service.as(token).send("PUT", TOPICS, Json.MAPPER.writeValueAsString(body)));
  }

  private static JsonNode listed(String slug, String locale) {
    return service
        .get(service.learner, RunningService.EXERCISES + "?locale=" + locale)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("slug").asString().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readersSeeLabelsInTheirLanguage() {
    for (JsonNode vietnamese :
        new JsonNode[] {listed("counting", "vi"), service.shown(counting, "vi-VN")}) {
      assertThat(vietnamese.path("category").asString()).isEqualTo("loops");
      assertThat(vietnamese.path("category_label").asString()).isEqualTo("Vòng lặp");
      assertThat(vietnamese.path("tag_labels")).hasToString("[\"Tham lam\"]");
    }
    assertThat(service.shown(counting, "en").path("category_label").asString()).isEqualTo("Loops");
    assertThat(listed("counting", "fr").path("category_label").asString()).isEqualTo("Loops");
    HttpProbe.Answer facets = service.get(null, RunningService.EXERCISES + "/facets?locale=vi");
    assertThat(facets.text())
        .contains("{\"name\":\"loops\",\"label\":\"Vòng lặp\",\"count\":1}")
        .contains("{\"name\":\"greedy\",\"label\":\"Tham lam\",\"count\":1}");
  }

  @Test
  void aTopicWithoutLabelReadsAsItsName() {
    assertThat(listed("sweeping", "vi").path("category_label").asString()).isEqualTo("Two sweeps");
    assertThat(listed("sweeping", "vi").path("tag_labels")).hasToString("[\"quét hai lần\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "vòng lặp, counting",
    "vong lap, counting",
    "Loops, counting",
    "THAM LAM, counting",
    "greedy methods, counting",
    "vong lap cuu tham, counting", // a category, a title and a tag
    "loops find, counting", // a category and a word of the statement
    "quet hai, sweeping"
  })
  void labelsFindExercises(String question, String slug) {
    assertThat(service.slugs(null, "?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
        .containsExactly(slug);
  }

  @Test
  void aChangedLabelIsShownAndFoundAtOnce() {
    long id = service.add(exercise("twisting", "twists", "knots"));
    assertThat(listed("twisting", "vi").path("category_label").asString()).isEqualTo("Twists");
    Map<String, String> labels = Map.of("en", " Turns of rope ", "vi", "Xoắn dây");
    HttpProbe.Answer answer = label(service.author, "category", "twists", labels);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/labels/en").asString()).isEqualTo("Turns of rope");
    assertThat(answer.json().path("exercises").asInt()).isEqualTo(1);
    assertThat(label(service.admin, "tag", "knots", Map.of("vi", "Nút thắt")).status())
        .isEqualTo(200);
    assertThat(listed("twisting", "vi").path("category_label").asString()).isEqualTo("Xoắn dây");
    assertThat(service.slugs(null, "?q=xoan+day")).containsExactly("twisting");
    assertThat(service.slugs(null, "?q=nut+that")).containsExactly("twisting");

    service.put(
        service.author, id, "*", exercise("twisting", "twists", "knots").with("a.txt", "").zip());
    service.add(exercise("turning", "twists", "other"));
    assertThat(service.slugs(null, "?q=xoan+day")).containsExactly("twisting", "turning");

    assertThat(label(service.author, "category", "twists", Map.of()).status()).isEqualTo(200);
    assertThat(listed("twisting", "vi").path("category_label").asString()).isEqualTo("Twists");
    assertThat(service.slugs(null, "?q=xoan+day")).isEmpty();
  }

  @Test
  void authorsSeeAllTopicsWithTheirLabels() {
    HttpProbe.Answer topics = service.get(service.author, TOPICS);
    assertThat(topics.text())
        .contains(
            "{\"kind\":\"category\",\"name\":\"two-sweeps\",\"labels\":{},\"exercises\":1}",
            "{\"kind\":\"tag\",\"name\":\"quét hai lần\",\"labels\":{},\"exercises\":1}",
            "Quy hoạch động");
    assertThat(service.get(service.learner, TOPICS).code()).isEqualTo("forbidden");
    assertThat(service.get(null, TOPICS).code()).isEqualTo("unauthenticated");
  }

  @Test
  void onlyAuthorsLabelTopicsThatExist() {
    Map<String, String> labels = Map.of("en", "X");
    assertThat(label(null, "tag", "greedy", labels).code()).isEqualTo("unauthenticated");
    assertThat(label(service.learner, "tag", "greedy", labels).code()).isEqualTo("forbidden");
    assertThat(label(service.author, "tag", "no-such", labels).code()).isEqualTo("topic_not_found");
    assertThat(label(service.author, "category", "quét hai lần", labels).code())
        .isEqualTo("topic_not_found");
  }

  @ParameterizedTest
  @CsvSource({"kind", "name", "labels"})
  void refusesWhatIsNoLabel(String field) {
    Map<String, Object> broken =
        Map.of(
            "kind", "topic",
            "name", "\0",
            "labels", field.equals("labels") ? Map.of("english", "X") : Map.of());
    Map<String, Object> body =
        new java.util.HashMap<>(Map.of("kind", "tag", "name", "greedy", "labels", Map.of()));
    body.put(field, broken.get(field));
    HttpProbe.Answer answer = put(service.author, body);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    for (String label : new String[] {" ", "a".repeat(101), "\0"}) {
      assertThat(label(service.author, "tag", "greedy", Map.of("vi", label)).status())
          .isEqualTo(400);
    }
    assertThat(put(service.author, Collections.singletonMap("kind", "tag")).status())
        .isEqualTo(400);
  }
}
