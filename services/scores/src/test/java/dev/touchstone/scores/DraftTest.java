package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DraftTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String ONE = "/api/v1/drafts/{id}/{language}";

  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private String path() {
    return "/api/v1/drafts/" + exercise + "/python3";
  }

  private HttpProbe.Answer save(String source, String... conditions) {
    return SERVICE.send(learner, "PUT", path(), ONE, Map.of("source", source), conditions);
  }

  private HttpProbe.Answer load() {
    return SERVICE.get(learner, path(), ONE);
  }

  private String source() {
    return load().json().at("/files/0/content").asString();
  }

  @Test
  void isSavedAndLoaded() {
    assertThat(load().code()).isEqualTo("draft_not_found");
    HttpProbe.Answer saved = save("", "If-None-Match", "*");
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    HttpProbe.Answer loaded = load();
    assertThat(loaded.header("ETag"))
        .isEqualTo(saved.header("ETag"))
        .isEqualTo(loaded.json().path("version").asString());
    assertThat(source()).as("a draft may be empty").isEmpty();
    save("print(2)", "If-Match", saved.header("ETag"));
    assertThat(source()).isEqualTo("print(2)");
    assertThat(SERVICE.delete(learner, path(), ONE).status()).isEqualTo(204);
    assertThat(load().code()).isEqualTo("draft_not_found");
  }

  /** Two tabs load the same version, and both save. */
  @Test
  void ofTwoThatChangeOneVersionTheSecondIsRefusedAndSeesWhatTheOtherSaved() {
    String loaded = save("0", "If-None-Match", "*").header("ETag");
    HttpProbe.Answer first = save("first", "If-Match", loaded);
    HttpProbe.Answer second = save("second", "If-Match", loaded);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.code()).isEqualTo("draft_changed");
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    ZonedDateTime time =
        ZonedDateTime.parse(second.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(time.toInstant()).isEqualTo(SERVICE.clock.instant().truncatedTo(ChronoUnit.SECONDS));
    assertThat(source()).isEqualTo("first");
    assertThat(save("third", "If-None-Match", "*").code()).isEqualTo("draft_changed");
    assertThat(save("on purpose", "If-Match", "*").status()).isEqualTo(200);
    assertThat(source()).isEqualTo("on purpose");
  }

  @Test
  void aDraftThatWasDeletedIsNotWrittenOver() {
    String loaded = save("0", "If-None-Match", "*").header("ETag");
    SERVICE.delete(learner, path(), ONE);
    HttpProbe.Answer answer = save("1", "If-Match", loaded);
    assertThat(answer.code()).isEqualTo("draft_changed");
    assertThat(answer.header("ETag")).isEmpty();
    save("2", "If-None-Match", "*");
    assertThat(save("3", "If-Match", loaded).code())
        .as("no version is used twice")
        .isEqualTo("draft_changed");
  }

  @Test
  void needsACondition() {
    assertThat(save("1").code()).isEqualTo("precondition_required");
    assertThat(save("1", "If-None-Match", "\"1\"").code()).isEqualTo("precondition_required");
    assertThat(save("1", "If-Match", "one").code()).isEqualTo("precondition_failed");
  }

  @Test
  void isAsLargeAsASubmissionAtMost() {
    SERVICE.platform.change(exercise, Map.of("source_kib", 1, "languages", List.of("python3")));
    assertThat(save("x".repeat(1024), "If-None-Match", "*").status()).isEqualTo(200);
    assertThat(save("x".repeat(1025), "If-Match", "*").code()).isEqualTo("source_too_large");
    assertThat(save("a\u0000", "If-Match", "*").code()).isEqualTo("source_invalid_text");
    HttpProbe.Answer other =
        SERVICE.send(
            learner,
            "PUT",
            "/api/v1/drafts/" + exercise + "/java",
            ONE,
            Map.of("source", ""),
            "If-None-Match",
            "*");
    assertThat(other.code()).isEqualTo("unsupported_language");
  }

  @Test
  void isOneForEachLearnerExerciseAndLanguage() {
    save("mine", "If-None-Match", "*");
    HttpProbe.Answer others = SERVICE.get(SERVICE.learner(), path(), ONE);
    assertThat(others.code()).isEqualTo("draft_not_found");
    SERVICE.send(
        learner,
        "PUT",
        "/api/v1/drafts/" + exercise + "/java",
        ONE,
        Map.of("files", List.of(Map.of("name", "A.java", "content", ""))),
        "If-None-Match",
        "*");
    SERVICE.send(
        learner,
        "PUT",
        "/api/v1/drafts/" + SERVICE.exercise() + "/java",
        ONE,
        Map.of("source", "1"),
        "If-None-Match",
        "*");
    assertThat(list("")).hasSize(3);
    assertThat(list("?exercise_id=" + exercise).valueStream())
        .extracting(draft -> draft.path("language").asString())
        .containsExactly("java", "python3");
  }

  private JsonNode list(String query) {
    return SERVICE.get(learner, "/api/v1/drafts" + query).json().path("items");
  }

  @Test
  void ofALanguageThatTheDatabaseCannotStoreIsNotThere() {
    String odd = "/api/v1/drafts/" + exercise + "/%00";
    assertThat(SERVICE.get(learner, odd, ONE).code()).isEqualTo("draft_not_found");
    assertThat(SERVICE.delete(learner, odd, ONE).code()).isEqualTo("draft_not_found");
  }

  @Test
  void ofAnExerciseThatDoesNotExistIsRefused() {
    for (String id : List.of("1", "x")) {
      HttpProbe.Answer answer =
          SERVICE.send(
              learner,
              "PUT",
              "/api/v1/drafts/" + id + "/python3",
              ONE,
              Map.of("source", ""),
              "If-None-Match",
              "*");
      assertThat(answer.status()).isEqualTo(404);
    }
  }
}
