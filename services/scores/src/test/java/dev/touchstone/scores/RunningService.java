package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.statement.SqlLogger;
import tools.jackson.databind.JsonNode;

/**
 * The service on a free port with its own database, and callers that check the contract. Several
 * may share database and platform, as pods do.
 */
final class RunningService implements AutoCloseable {
  static final String INTERNAL_TOKEN = "internal-token-of-this-test-only";
  static final String JUDGE_TOKEN = "judge-token-of-these-tests-only!";
  static final ContractCheck CONTRACT = ContractCheck.of("scores");

  /** The operations that were accepted since somebody cleared this. */
  static final Set<String> ACCEPTED = ConcurrentHashMap.newKeySet();

  private static final AtomicLong COUNT = new AtomicLong(1000);

  final FakePlatform platform;
  final TickingClock clock;
  final String databaseUrl;
  final ScoresService service;
  final HttpProbe probe;
  final FakeJudge judge;
  private final boolean owner;

  private RunningService(
      FakePlatform platform,
      TickingClock clock,
      String databaseUrl,
      Map<String, String> settings,
      SqlLogger statements,
      Map<String, String> environment,
      boolean owner) {
    this.platform = platform;
    this.clock = clock;
    this.databaseUrl = databaseUrl;
    this.owner = owner;
    service =
        ScoresService.start(
            configuration(platform, databaseUrl, settings), clock, statements, environment);
    probe = HttpProbe.on(service.port());
    judge = new FakeJudge(this, "judge-1");
  }

  static RunningService start() {
    return start(Map.of());
  }

  static RunningService start(Map<String, String> settings) {
    return start(settings, SqlLogger.NOP_SQL_LOGGER);
  }

  /** Starts with a witness of all statements. */
  static RunningService start(Map<String, String> settings, SqlLogger statements) {
    return new RunningService(
        new FakePlatform(),
        new TickingClock(),
        TestDatabase.createUrl(),
        settings,
        statements,
        Map.of(),
        true);
  }

  /** Starts with traces, as the variables say. */
  static RunningService traced(Map<String, String> environment) {
    return new RunningService(
        new FakePlatform(),
        new TickingClock(),
        TestDatabase.createUrl(),
        Map.of(),
        SqlLogger.NOP_SQL_LOGGER,
        environment,
        true);
  }

  /** Starts another process of the same service. */
  RunningService another() {
    return another(Map.of());
  }

  /** The same with settings of its own. */
  RunningService another(Map<String, String> settings) {
    return new RunningService(
        platform, clock, databaseUrl, settings, SqlLogger.NOP_SQL_LOGGER, Map.of(), false);
  }

  private static ScoresConfiguration configuration(
      FakePlatform platform, String databaseUrl, Map<String, String> settings) {
    Map<String, String> variables = new HashMap<>();
    variables.put("TOUCHSTONE_HOST", "127.0.0.1");
    variables.put("TOUCHSTONE_PORT", "0");
    variables.put("TOUCHSTONE_ADMIN_PORT", "0");
    variables.putAll(TestPooler.usualSettings(databaseUrl));
    variables.put("TOUCHSTONE_USER_MANAGEMENT_URL", platform.address().toString());
    variables.put("TOUCHSTONE_EXERCISES_URL", platform.address().toString());
    variables.put("TOUCHSTONE_INTERNAL_TOKEN", INTERNAL_TOKEN);
    variables.put("TOUCHSTONE_JUDGE_TOKEN", JUDGE_TOKEN);
    variables.putAll(settings);
    Environment environment = Environment.of(variables);
    ScoresConfiguration configuration = ScoresConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  /** A signed-in person. */
  record Person(long id, String username, String token) {}

  Person learner() {
    return person(Role.LEARNER);
  }

  Person person(Role role) {
    long id = COUNT.incrementAndGet();
    String username = role.wireName() + id;
    return new Person(id, username, platform.tokens.token(id, username, role.wireName()));
  }

  /** Puts up a new exercise and returns its id. */
  long exercise() {
    long id = COUNT.incrementAndGet();
    platform.open(id);
    return id;
  }

  HttpProbe.Answer get(Person by, String path, String contractPath) {
    return checked("GET", contractPath, probe.withToken(by.token()).get(path));
  }

  HttpProbe.Answer get(Person by, String path) {
    return get(by, path, path);
  }

  HttpProbe.Answer post(Person by, String path, String contractPath, Map<String, ?> body) {
    return checked(
        "POST",
        contractPath,
        probe.withToken(by.token()).post(path, Json.MAPPER.writeValueAsString(body)));
  }

  /** Any method with a body, and headers as names and values. */
  HttpProbe.Answer send(
      Person by,
      String method,
      String path,
      String contractPath,
      Map<String, ?> body,
      String... headers) {
    HttpProbe asPerson = probe.withToken(by.token());
    HttpRequest.Builder request =
        asPerson
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                method, HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return checked(method, contractPath, asPerson.send(request));
  }

  /** DELETE, which has no body. */
  HttpProbe.Answer delete(Person by, String path, String contractPath) {
    HttpProbe asPerson = probe.withToken(by.token());
    return checked("DELETE", contractPath, asPerson.send(asPerson.request(path).DELETE()));
  }

  /** Has a submission judged again. */
  HttpProbe.Answer rejudge(Person by, long id) {
    return act(by, "/api/v1/submissions/{id}/rejudge", id);
  }

  /** Makes a call about something with an id that has no body. */
  HttpProbe.Answer act(Person by, String contractPath, long id) {
    HttpProbe asPerson = probe.withToken(by.token());
    return checked(
        "POST",
        contractPath,
        asPerson.send(
            asPerson
                .request(contractPath.replace("{id}", Long.toString(id)))
                .POST(HttpRequest.BodyPublishers.noBody())));
  }

  HttpProbe.Answer submit(Person by, Map<String, ?> body) {
    return post(by, "/api/v1/submissions", "/api/v1/submissions", body);
  }

  /** Submits a new program and returns the submission's id. */
  long submit(Person by, long exercise) {
    HttpProbe.Answer answer = submit(by, body(exercise));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  /** Submits a body that is sent as it is. */
  HttpProbe.Answer submitRaw(Person by, byte[] body, String... headers) {
    HttpProbe asPerson = probe.withToken(by.token());
    HttpRequest.Builder request =
        asPerson
            .request("/api/v1/submissions")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return checked("POST", "/api/v1/submissions", asPerson.send(request));
  }

  static Map<String, Object> body(long exercise) {
    return Map.of("exercise_id", exercise, "language", "python3", "source", "print(1)\n");
  }

  JsonNode submission(Person by, long id) {
    HttpProbe.Answer answer = get(by, "/api/v1/submissions/" + id, "/api/v1/submissions/{id}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** Posts as a judge does. */
  HttpProbe.Answer postAsJudge(String path, String contractPath, Object body) {
    return checked(
        "POST",
        contractPath,
        probe.withToken(JUDGE_TOKEN).post(path, Json.MAPPER.writeValueAsString(body)));
  }

  /** The service's database, to look at what only an operator sees. */
  Database database() {
    return Database.open(
        DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", databaseUrl))),
        "db/scores");
  }

  static HttpProbe.Answer checked(String method, String contractPath, HttpProbe.Answer answer) {
    String path = contractPath.split("\\?", 2)[0];
    CONTRACT.check(method, path, answer);
    if (answer.status() < 300) {
      ACCEPTED.add(method + " " + path);
    }
    return answer;
  }

  @Override
  public void close() {
    service.close();
    if (owner) {
      platform.close();
    }
  }
}
