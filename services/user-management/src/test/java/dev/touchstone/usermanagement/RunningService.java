package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import dev.touchstone.usermanagement.password.PasswordHasher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The service on a free port with its own database, and callers that check the contract. */
final class RunningService implements AutoCloseable {
  static final String INTERNAL_TOKEN = "internal-token-of-this-test-only";
  static final String PASSWORD = "tràng giang 1939";

  static final String ADMIN_PASSWORD = "password-of-the-administrator";

  private static final String SIGNING_SECRET = "signing-secret-of-this-test-only";
  private static final int LITTLE_MEMORY_KIB = 64;
  private static final ContractCheck CONTRACT = ContractCheck.of("user-management");
  private static final AtomicInteger COUNT = new AtomicInteger();

  final TickingClock clock = new TickingClock();
  final UserManagementService service;
  final HttpProbe probe;

  private RunningService(String databaseUrl, Map<String, String> settings) {
    this(
        databaseUrl,
        settings,
        hasher(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())));
  }

  private RunningService(String databaseUrl, Map<String, String> settings, PasswordHasher hasher) {
    service = UserManagementService.start(configuration(databaseUrl, settings), hasher, clock);
    probe = HttpProbe.on(service.port());
  }

  /** Its hashes cost next to nothing: the tests sign in by the hundred. */
  static PasswordHasher hasher(ExecutorService threads) {
    return new PasswordHasher(threads, LITTLE_MEMORY_KIB);
  }

  static RunningService start() {
    return start(TestDatabase.createUrl());
  }

  static RunningService start(String databaseUrl) {
    return new RunningService(databaseUrl, Map.of());
  }

  static RunningService start(String databaseUrl, Map<String, String> settings) {
    return new RunningService(databaseUrl, settings);
  }

  static RunningService start(Map<String, String> settings) {
    return new RunningService(TestDatabase.createUrl(), settings);
  }

  static RunningService start(Map<String, String> settings, PasswordHasher hasher) {
    return new RunningService(TestDatabase.createUrl(), settings, hasher);
  }

  static UserManagementConfiguration configuration(
      String databaseUrl, Map<String, String> settings) {
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
                "TOUCHSTONE_SIGNING_SECRET",
                SIGNING_SECRET));
    variables.putAll(TestPooler.usualSettings(databaseUrl));
    variables.putAll(settings);
    Environment environment = Environment.of(variables);
    UserManagementConfiguration configuration = UserManagementConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  /** A signed-in person. */
  record Person(long id, String username, String token, String cookie) {}

  HttpProbe.Answer get(@Nullable String token, String path, String contractPath) {
    return checked("GET", contractPath, as(token).get(path));
  }

  HttpProbe.Answer get(@Nullable String token, String path) {
    return get(token, path, path);
  }

  HttpProbe.Answer post(@Nullable String token, String path, Map<String, ?> body) {
    return checked("POST", path, as(token).post(path, Json.MAPPER.writeValueAsString(body)));
  }

  /** Posts to an address with a place in it; an empty map stands for no body. */
  HttpProbe.Answer post(
      @Nullable String token, String path, String contractPath, Map<String, ?> body) {
    HttpProbe probe = as(token);
    return checked(
        "POST",
        contractPath,
        body.isEmpty()
            ? probe.send(
                probe.request(path).POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
            : probe.post(path, Json.MAPPER.writeValueAsString(body)));
  }

  HttpProbe.Answer patch(
      @Nullable String token, String path, String contractPath, Map<String, ?> body) {
    return checked(
        "PATCH", contractPath, as(token).send("PATCH", path, Json.MAPPER.writeValueAsString(body)));
  }

  /** Signs in with headers that a gateway or a browser sets. */
  HttpProbe.Answer loginWith(String username, String password, Map<String, String> headers) {
    var request =
        probe
            .request("/api/v1/auth/login")
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    Json.MAPPER.writeValueAsString(
                        Map.of("username", username, "password", password))));
    headers.forEach(request::header);
    return checked("POST", "/api/v1/auth/login", probe.send(request));
  }

  HttpProbe.Answer postTable(String token, String path, String contractPath, String table) {
    HttpProbe caller = as(token);
    return checked(
        "POST",
        contractPath,
        caller.send(
            caller
                .request(path)
                .header("Content-Type", "text/csv")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(table))));
  }

  HttpProbe.Answer delete(@Nullable String token, String path, String contractPath) {
    HttpProbe caller = as(token);
    return checked("DELETE", contractPath, caller.send(caller.request(path).DELETE()));
  }

  HttpProbe.Answer put(String token, String path, String contractPath, Map<String, ?> body) {
    return checked(
        "PUT", contractPath, as(token).send("PUT", path, Json.MAPPER.writeValueAsString(body)));
  }

  /** Posts to one of the addresses that live on the refresh cookie. */
  HttpProbe.Answer postCookie(String path, String cookie) {
    return checked(
        "POST",
        path,
        probe.send(
            probe
                .request(path)
                .header("Cookie", "touchstone_refresh=" + cookie)
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())));
  }

  HttpProbe.Answer login(String username, String password) {
    return post(null, "/api/v1/auth/login", Map.of("username", username, "password", password));
  }

  Person signIn(String username, String password) {
    HttpProbe.Answer answer = login(username, password);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return new Person(
        answer.json().at("/user/id").asLong(),
        username,
        answer.json().path("access_token").asString(),
        cookie(answer));
  }

  /** Registers a new user and signs in. */
  Person newLearner() {
    String username = "learner" + COUNT.incrementAndGet();
    HttpProbe.Answer answer =
        post(
            null,
            "/api/v1/auth/register",
            Map.of(
                "username", username,
                "email", username + "@example.org",
                "password", PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return signIn(username, PASSWORD);
  }

  /** Signs the first administrator in. */
  Person administrator() {
    var first = service.firstAdministrator().orElseThrow();
    return signIn(first.username(), first.password().reveal());
  }

  /** The sessions that other services learn to have ended. */
  List<String> revokedSessions() {
    HttpProbe.Answer answer = get(INTERNAL_TOKEN, "/internal/v1/revocations");
    return answer
        .json()
        .path("revoked")
        .valueStream()
        .map(entry -> entry.path("session_id").asString())
        .toList();
  }

  /** The value of the refresh cookie, empty where none was set. */
  static String cookie(HttpProbe.Answer answer) {
    String header = answer.header("Set-Cookie");
    return header.isEmpty()
        ? ""
        : header.substring("touchstone_refresh=".length(), header.indexOf(';'));
  }

  private HttpProbe as(@Nullable String token) {
    return token == null ? probe : probe.withToken(token);
  }

  private static HttpProbe.Answer checked(
      String method, String contractPath, HttpProbe.Answer answer) {
    CONTRACT.check(method, contractPath.split("\\?", 2)[0], answer);
    return answer;
  }

  @Override
  public void close() {
    service.close();
  }
}
