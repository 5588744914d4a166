package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A learner with an account, signed in, who does what the web application does. */
final class Learner {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PASSWORD = "trường làng ven sông";
  private final Supplier<HttpProbe> platform;
  private final String username;
  private String token;

  private Learner(Supplier<HttpProbe> platform, String username, String token) {
    this.platform = platform;
    this.username = username;
    this.token = token;
  }

  /**
   * Registers and signs in.
   *
   * @param platform asked at each call, because a restart may change the port
   */
  static Learner register(Supplier<HttpProbe> platform) {
    String username = "learner" + COUNT.incrementAndGet();
    Map<String, ?> registration =
        Map.of("username", username, "email", username + "@example.org", "password", PASSWORD);
    HttpProbe.Answer answer =
        platform.get().post("/api/v1/auth/register", Json.MAPPER.writeValueAsString(registration));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().path("user").path("role").asString()).isEqualTo("learner");
    return new Learner(platform, username, signIn(platform.get(), username, PASSWORD));
  }

  /** The same learner at another platform that has the account, signed in there. */
  Learner at(Supplier<HttpProbe> other) {
    return new Learner(other, username, signIn(other.get(), username, PASSWORD));
  }

  /** Signs in and returns the access token. */
  static String signIn(HttpProbe platform, String username, String password) {
    HttpProbe.Answer answer =
        platform.post(
            "/api/v1/auth/login",
            Json.MAPPER.writeValueAsString(Map.of("username", username, "password", password)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("access_token").asString();
  }

  /** Signs in again, after the token has expired or the platform was stopped. */
  void signInAgain() {
    token = signIn(platform.get(), username, PASSWORD);
  }

  String username() {
    return username;
  }

  String token() {
    return token;
  }

  HttpProbe probe() {
    return platform.get().withToken(token);
  }

  JsonNode get(String path) {
    HttpProbe.Answer answer = probe().get(path);
    assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** The id of the exercise of these tests. */
  long exercise() {
    return get("/api/v1/exercises/" + Exercises.SLUG).path("id").asLong();
  }

  /** Submits and returns the id. */
  long submit(long exercise, String language, String source) {
    return submit(exercise, language, source, Optional.empty()).json().path("id").asLong();
  }

  HttpProbe.Answer submit(
      long exercise, String language, String source, Optional<String> idempotencyKey) {
    HttpRequest.Builder request =
        probe()
            .request("/api/v1/submissions")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(code(exercise, language, source, null)));
    idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
    HttpProbe.Answer answer = probe().send(request);
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return answer;
  }

  /** Starts a run on the samples, or on an input of one's own, and waits for its end. */
  JsonNode run(long exercise, String language, String source, @Nullable String input) {
    return judged("/api/v1/runs/" + startRun(exercise, language, source, input));
  }

  /** Starts a run without waiting for its end; returns its id. */
  String startRun(long exercise, String language, String source, @Nullable String input) {
    HttpProbe.Answer answer = probe().post("/api/v1/runs", code(exercise, language, source, input));
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return answer.json().path("id").asString();
  }

  /** Waits until a submission has its verdict. */
  JsonNode judged(long submission) {
    return judged("/api/v1/submissions/" + submission);
  }

  private JsonNode judged(String path) {
    return Await.value(
        "the verdict of " + path,
        () -> {
          JsonNode state = get(path);
          assertThat(state.path("status").asString())
              .as(state.toString())
              .isNotEqualTo("judge_error");
          return state.path("status").asString().equals("judged")
              ? Optional.of(state)
              : Optional.empty();
        });
  }

  private static String code(
      long exercise, String language, String source, @Nullable String input) {
    Map<String, Object> body = new HashMap<>();
    body.put("exercise_id", exercise);
    body.put("language", language);
    body.put("source", source);
    if (input != null) {
      body.put("input", input);
    }
    return Json.MAPPER.writeValueAsString(body);
  }
}
