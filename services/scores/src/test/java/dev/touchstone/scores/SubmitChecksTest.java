package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SubmitChecksTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String PATH = "/api/v1/submissions";
  private static final long EXERCISE = SERVICE.exercise();
  private final Person learner = SERVICE.learner();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private void refused(Map<String, ?> body, int status, String code) {
    HttpProbe.Answer answer = SERVICE.submit(learner, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    HttpProbe.Answer run = SERVICE.post(learner, "/api/v1/runs", "/api/v1/runs", body);
    assertThat(run.code()).as("the same for runs").isEqualTo(code);
    assertThat(SERVICE.get(learner, PATH).json().path("items")).as("nothing stored").isEmpty();
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> body = new HashMap<>(RunningService.body(EXERCISE));
    body.put(field, value);
    return body;
  }

  private void refusedFiles(List<Map<String, String>> files, String code) {
    Map<String, Object> body = new HashMap<>(with("files", files));
    body.remove("source");
    HttpProbe.Answer answer = SERVICE.submit(learner, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
  }

  @Test
  void malformedJson() {
    HttpProbe.Answer answer =
        SERVICE.submitRaw(learner, "{\"exercise_id\":".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.code()).isEqualTo("malformed_json");
    refused(with("points", 100), 400, "invalid_request");
    refused(with("exercise_id", "one"), 400, "invalid_request");
  }

  @Test
  void missingFields() {
    for (String field : List.of("exercise_id", "language", "source")) {
      Map<String, Object> body = new HashMap<>(RunningService.body(EXERCISE));
      body.remove(field);
      refused(body, 400, "invalid_request");
    }
    refused(with("files", List.of(file("a.py", "1"))), 400, "invalid_request");
  }

  @Test
  void unknownAndClosedExercises() {
    refused(with("exercise_id", 1), 404, "exercise_not_found");
    refused(with("exercise_id", -1), 404, "exercise_not_found");
    long closed = SERVICE.exercise();
    SERVICE.platform.change(closed, Map.of("is_active", false));
    refused(with("exercise_id", closed), 404, "exercise_not_found");
  }

  @Test
  void unsupportedLanguages() {
    SERVICE.judge.acquire(List.of("python3", "java"), List.of("run"), 0); // reports its languages
    refused(with("language", "cobol"), 400, "unsupported_language");
    refused(with("language", "Python3"), 400, "unsupported_language");
    long pythonOnly = SERVICE.exercise();
    SERVICE.platform.change(pythonOnly, Map.of("languages", List.of("python3")));
    Map<String, Object> body = with("language", "java");
    body.put("exercise_id", pythonOnly);
    refused(body, 400, "unsupported_language");
  }

  @Test
  void largeSources() {
    refused(with("source", "#".repeat(1024 * 1024)), 413, "source_too_large");
    refused(with("source", "ă".repeat(128 * 1024) + "x"), 413, "source_too_large");
    assertThat(SERVICE.submit(learner, with("source", "ă".repeat(128 * 1024))).status())
        .isEqualTo(201);
    HttpProbe.Answer huge = SERVICE.submit(learner, with("source", "#".repeat(5 << 20)));
    assertThat(huge.code()).isEqualTo("payload_too_large");
    long small = SERVICE.exercise();
    SERVICE.platform.change(small, Map.of("source_kib", 1));
    Map<String, Object> body = with("source", "#".repeat(1025));
    body.put("exercise_id", small);
    assertThat(SERVICE.submit(learner, body).code()).isEqualTo("source_too_large");
  }

  @Test
  void emptySources() {
    refused(with("source", ""), 400, "source_empty");
    refused(with("source", " \n\t"), 400, "source_empty");
  }

  @Test
  void whatIsNoText() {
    refused(with("source", "print(1)\0"), 400, "source_invalid_text");
    String halfPair =
        "{\"exercise_id\":" + EXERCISE + ",\"language\":\"python3\",\"source\":\"'\\ud83d'\"}";
    assertThat(SERVICE.submitRaw(learner, halfPair.getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("source_invalid_text");
    byte[] invalid = halfPair.replace("\\ud83d", "?").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < invalid.length; i++) {
      invalid[i] = invalid[i] == '?' ? (byte) 0xff : invalid[i];
    }
    HttpProbe.Answer answer = SERVICE.submitRaw(learner, invalid);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void badFileNames() {
    for (String name : List.of("../a.py", "/etc/passwd", "a/../b.py", ".hidden", "-o", "a b", "")) {
      refusedFiles(List.of(file(name, "print(1)")), "file_name_invalid");
    }
    refusedFiles(List.of(file("a".repeat(101), "print(1)")), "file_name_invalid");
    refusedFiles(List.of(), "out_of_range");
    refusedFiles(Collections.singletonList(null), "required");
    refusedFiles(List.of(file("a.py", "1"), file("a.py", "2")), "file_name_twice");
  }

  @Test
  void goodFileNamesAreKept() {
    Map<String, Object> body = new HashMap<>(RunningService.body(EXERCISE));
    body.remove("source");
    body.put("language", "java");
    body.put("files", List.of(file("org/example/Main.java", "class Main {}"), file("B.java", " ")));
    HttpProbe.Answer answer = SERVICE.submit(learner, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().at("/files/0/name").asString()).isEqualTo("org/example/Main.java");
    assertThat(answer.json().path("files")).hasSize(2);
  }

  @Test
  void tokensAreChecked() {
    String body = "{}";
    assertThat(code(SERVICE.probe, body)).isEqualTo("unauthenticated");
    assertThat(code(SERVICE.probe.withToken("x.y.z"), body)).isEqualTo("token_invalid");
    String expired =
        SERVICE.platform.tokens.token(
            7, "an", Role.LEARNER.wireName(), Instant.now().minusSeconds(60));
    assertThat(code(SERVICE.probe.withToken(expired), body)).isEqualTo("token_expired");
    assertThat(code(SERVICE.probe.withToken(RunningService.JUDGE_TOKEN), body))
        .isEqualTo("token_invalid");
  }

  @Test
  void nothingIsLostWhileTheExercisesServiceIsAway() {
    SERVICE.platform.exercisesAway(true);
    try {
      HttpProbe.Answer answer = submitWithKey("away-" + learner.id());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isNotEmpty();
    } finally {
      SERVICE.platform.exercisesAway(false);
    }
    HttpProbe.Answer again = submitWithKey("away-" + learner.id());
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("attempt_number").asInt()).isEqualTo(1);
    SERVICE.platform.exercisesAway(true);
    try { // what is already stored needs no other service
      HttpProbe.Answer replayed = submitWithKey("away-" + learner.id());
      assertThat(replayed.json().path("id")).isEqualTo(again.json().path("id"));
    } finally {
      SERVICE.platform.exercisesAway(false);
    }
  }

  private HttpProbe.Answer submitWithKey(String key) {
    String body =
        "{\"exercise_id\":" + EXERCISE + ",\"language\":\"python3\",\"source\":\"print(1)\"}";
    return SERVICE.submitRaw(
        learner, body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", key);
  }

  private static String code(HttpProbe probe, String body) {
    HttpProbe.Answer answer = RunningService.checked("POST", PATH, probe.post(PATH, body));
    assertThat(answer.status()).isEqualTo(401);
    return answer.code();
  }

  private static Map<String, String> file(String name, String content) {
    return Map.of("name", name, "content", content);
  }
}
