package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The service on free ports with its own database, and callers that check the contract. */
final class RunningService implements AutoCloseable {
  static final String INTERNAL_TOKEN = "internal-token-of-this-test-only";
  static final String JUDGE_TOKEN = "the-judge-token-of-this-test-only";
  static final String EXERCISES = "/api/v1/exercises";
  static final String EXERCISE = "/api/v1/exercises/{id}";
  private static final ContractCheck CONTRACT = ContractCheck.of("exercises");

  static final Map<String, String> WAITING = Map.of("Prefer", "wait=20");

  final FakeUserManagement users = new FakeUserManagement();
  final FakeScores scores = new FakeScores();
  final ExercisesService service;
  final HttpProbe probe;
  final String learner = users.token(Role.LEARNER);
  final String author = users.token(Role.AUTHOR);
  final String admin = users.token(Role.ADMIN);

  private RunningService(Map<String, String> variables) {
    Map<String, String> settings = new HashMap<>(variables);
    settings.put("TOUCHSTONE_USER_MANAGEMENT_URL", users.url());
    settings.put("TOUCHSTONE_SCORES_URL", scores.url());
    service = ExercisesService.start(configuration(settings));
    probe = HttpProbe.on(service.port());
  }

  /** Starts without any exercise. */
  static RunningService start(Path dataFolder) {
    return start(dataFolder, TestDatabase.createUrl(), Map.of());
  }

  static RunningService start(Path dataFolder, String databaseUrl, Map<String, String> settings) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "TOUCHSTONE_HOST",
                "127.0.0.1",
                "TOUCHSTONE_PORT",
                "0",
                "TOUCHSTONE_ADMIN_PORT",
                "0",
                "TOUCHSTONE_INTERNAL_TOKEN",
                INTERNAL_TOKEN,
                "TOUCHSTONE_JUDGE_TOKEN",
                JUDGE_TOKEN,
                "TOUCHSTONE_DATA_DIR",
                dataFolder.toString()));
    variables.putAll(TestPooler.usualSettings(databaseUrl));
    variables.putAll(settings);
    return new RunningService(variables);
  }

  static ExercisesConfiguration configuration(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    ExercisesConfiguration configuration = ExercisesConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  HttpProbe.Answer get(@Nullable String token, String path, String contractPath) {
    return checked("GET", contractPath, as(token).get(path));
  }

  HttpProbe.Answer get(@Nullable String token, String path) {
    return get(token, path, path.split("\\?", 2)[0]);
  }

  HttpProbe.Answer patch(String token, long id, Map<String, ?> body) {
    return checked(
        "PATCH",
        EXERCISE,
        as(token).send("PATCH", EXERCISES + "/" + id, Json.MAPPER.writeValueAsString(body)));
  }

  /** Sends an archive as a new exercise, and waits for the end of its check. */
  HttpProbe.Answer post(@Nullable String token, byte[] zip) {
    return checked("POST", EXERCISES, send(token, "POST", EXERCISES, zip, WAITING));
  }

  /** Sends a sound package and returns the id of the new exercise. */
  long add(PackageFixture fixture) {
    HttpProbe.Answer answer = post(author, fixture.zip());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  /** Sends an archive as a new revision, and waits for the end of its check. */
  HttpProbe.Answer put(@Nullable String token, long id, String ifMatch, byte[] zip) {
    Map<String, String> headers = new HashMap<>(WAITING);
    if (!ifMatch.isEmpty()) {
      headers.put("If-Match", ifMatch);
    }
    return checked("PUT", EXERCISE, send(token, "PUT", EXERCISES + "/" + id, zip, headers));
  }

  HttpProbe.Answer send(
      @Nullable String token, String method, String path, byte[] zip, Map<String, String> headers) {
    HttpProbe caller = as(token);
    HttpRequest.Builder request =
        caller
            .request(path)
            .header("Content-Type", "application/zip")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(zip));
    headers.forEach(request::header);
    return caller.send(request);
  }

  /** An exercise as a learner gets it. */
  JsonNode shown(long id, String locale) {
    return get(learner, EXERCISES + "/" + id + "?locale=" + locale, EXERCISE).json();
  }

  /** The slugs of a list in its order. */
  List<String> slugs(@Nullable String token, String query) {
    HttpProbe.Answer answer = get(token, EXERCISES + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("slug").asString())
        .toList();
  }

  HttpProbe as(@Nullable String token) {
    return token == null ? probe : probe.withToken(token);
  }

  static HttpProbe.Answer checked(String method, String contractPath, HttpProbe.Answer answer) {
    CONTRACT.check(method, contractPath, answer);
    return answer;
  }

  @Override
  public void close() {
    service.close();
    users.close();
    scores.close();
  }
}
