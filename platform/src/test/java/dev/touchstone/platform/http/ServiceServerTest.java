package dev.touchstone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Revocations;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platform.security.TokenVerifier;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestTokens;
import io.helidon.webserver.http.HttpService;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceServerTest {
  private static final TestTokens TOKENS = new TestTokens();
  private static boolean databaseUp = true;
  private static final ServiceServer SERVER = start();
  private final HttpProbe probe = HttpProbe.on(SERVER.port());

  record Greeting(String name, int times) {}

  record Values(
      @Nullable String name,
      int times,
      @Nullable Long many,
      @Nullable Double share,
      @Nullable List<String> words,
      @Nullable Map<String, String> texts,
      @Nullable Role role) {}

  private static ServiceServer start() {
    Authentication authentication =
        new Authentication(new TokenVerifier(TOKENS.keySource(), Revocations.none()));
    HttpService endpoints =
        rules ->
            rules
                .post(
                    "/greetings",
                    (request, response) -> Json.send(response, Json.read(request, Greeting.class)))
                .post(
                    "/values",
                    (request, response) -> Json.send(response, Json.read(request, Values.class)))
                .get(
                    "/named",
                    (request, response) ->
                        Json.send(response, new Greeting(request.query().get("name"), 1)))
                .get(
                    "/fails",
                    (request, response) -> {
                      throw new IllegalStateException("internal text");
                    })
                .get(
                    "/authors",
                    (request, response) ->
                        Json.send(response, authentication.atLeast(request, Role.AUTHOR)));
    Readiness database =
        new Readiness(
            "database",
            () -> {
              if (!databaseUp) {
                throw new IllegalStateException("unavailable");
              }
            });
    return ServiceServer.start(
        "test",
        new ServiceServer.Address("127.0.0.1", 0, 0),
        Metrics.of("test"),
        Tracing.off(),
        List.of(database),
        List.of(endpoints));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void readsAndWritesRecordsInSnakeCase() {
    HttpProbe.Answer answer = probe.post("/greetings", "{\"name\":\"Lan\",\"times\":2}");
    assertThat(answer.text()).isEqualTo("{\"name\":\"Lan\",\"times\":2}");
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
  }

  /** A stranger would fill the memory with a series for each. */
  @Test
  void methodsThatNobodyNeedsAreCountedAsOne() {
    for (String method : List.of("BREW", "STEEP")) {
      assertThat(probe.send(method, "/greetings", "{}").status()).isEqualTo(404);
    }
    assertThat(HttpProbe.on(SERVER.adminPort()).get("/metrics").text())
        .contains("method=\"other\"")
        .doesNotContain("BREW", "STEEP");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(probe.post("/greetings", "{\"name\":").code()).isEqualTo("malformed_json");
    assertThat(probe.post("/greetings", "").code()).isEqualTo("invalid_request");
    assertThat(probe.post("/greetings", "null").code()).isEqualTo("malformed_json");
    assertThat(probe.post("/greetings", "{\"name\":\"a\",\"name\":\"b\"}").code())
        .isEqualTo("malformed_json");
  }

  @Test
  void refusesInvalidUtf8() {
    byte[] body = "{\"name\":\"a\",\"times\":1}".getBytes(StandardCharsets.UTF_8);
    body[9] = (byte) 0xff;
    HttpProbe.Answer answer =
        probe.send(
            probe
                .request("/greetings")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void namesTheFaultyField() {
    HttpProbe.Answer unknown = probe.post("/greetings", "{\"name\":\"a\",\"times\":1,\"role\":2}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().at("/errors/0/field").asString()).isEqualTo("role");
    assertThat(unknown.json().at("/errors/0/code").asString()).isEqualTo("unknown_field");
    HttpProbe.Answer wrong = probe.post("/greetings", "{\"name\":\"a\",\"times\":\"x\"}");
    assertThat(wrong.json().at("/errors/0/code").asString()).isEqualTo("wrong_type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "name  | 5     | wrong_type",
        "name  | 5.5   | wrong_type",
        "name  | true  | wrong_type",
        "name  | []    | wrong_type",
        "times | 20.5  | wrong_type",
        "times | 20.0  | wrong_type",
        "times | \"20\" | wrong_type",
        "times | \"\"   | wrong_type",
        "times | true  | wrong_type",
        "times | null  | wrong_type",
        "times | 99999999999999999999 | out_of_range",
        "many  | 20.5  | wrong_type",
        "many  | \"\"   | wrong_type",
        "many  | 99999999999999999999 | out_of_range",
        "words | [\"a\", 5]  | wrong_type",
        "texts | {\"a\": 5}  | wrong_type",
        "role  | 0     | wrong_type",
      })
  void readsNoValueAsOneOfAnotherType(String field, String value, String code) {
    HttpProbe.Answer answer = probe.post("/values", "{\"%s\": %s}".formatted(field, value));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().at("/errors/0/field").asString()).startsWith(field);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
  }

  @Test
  void readsAWholeNumberAsAFraction() {
    assertThat(
            probe.post("/values", "{\"times\": 1, \"share\": 1}").json().path("share").asDouble())
        .isOne();
  }

  @Test
  void refusesALargeBodyAndAnotherType() {
    assertThat(probe.post("/greetings", "\"" + "a".repeat(100_000) + "\"").code())
        .isEqualTo("payload_too_large");
    HttpProbe.Answer text =
        probe.send(probe.request("/greetings").POST(HttpRequest.BodyPublishers.ofString("name=a")));
    assertThat(text.code()).isEqualTo("unsupported_media_type");
  }

  @Test
  void revealsNothingOfAnInternalFailure() {
    HttpProbe.Answer answer = probe.get("/fails");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.text()).doesNotContain("internal text");
  }

  @Test
  void answersUnknownAddressesWithAProblem() {
    assertThat(probe.get("/nowhere").code()).isEqualTo("not_found");
    assertThat(probe.get("/greetings").status()).isEqualTo(404);
  }

  @Test
  void checksTokensAndRoles() {
    assertThat(probe.get("/authors").code()).isEqualTo("unauthenticated");
    assertThat(probe.withToken("x.y.z").get("/authors").code()).isEqualTo("token_invalid");
    String expired = TOKENS.token(7, "an", Role.AUTHOR.wireName(), Instant.now().minusSeconds(60));
    assertThat(probe.withToken(expired).get("/authors").code()).isEqualTo("token_expired");
    String foreign = new TestTokens().token(7, "an", Role.ADMIN.wireName());
    assertThat(probe.withToken(foreign).get("/authors").code()).isEqualTo("token_invalid");
    String learner = TOKENS.token(7, "an", Role.LEARNER.wireName());
    assertThat(probe.withToken(learner).get("/authors").code()).isEqualTo("forbidden");
    String admin = TOKENS.token(7, "an", Role.ADMIN.wireName());
    assertThat(probe.withToken(admin).get("/authors").json().path("user_id").asLong()).isEqualTo(7);
  }

  @Test
  void isReadyOnlyWithWhatItNeeds() {
    assertThat(probe.get("/ready").status()).isEqualTo(200);
    databaseUp = false;
    try {
      assertThat(probe.get("/ready").status()).isEqualTo(503);
      assertThat(probe.get("/ready").json().at("/checks/database").asString()).isEqualTo("down");
      assertThat(probe.get("/health").status()).isEqualTo(200);
    } finally {
      databaseUp = true;
    }
  }

  @Test
  void showsMetricsOnTheAdminPortOnly() {
    assertThat(probe.get("/metrics").status()).isEqualTo(404);
    HttpProbe admin = HttpProbe.on(SERVER.adminPort());
    Await.until( // requests are counted once they are answered
        "a request to be counted",
        () -> admin.get("/metrics").text().contains("http_server_requests_seconds_count"));
  }

  @Test
  void aTakenPortIsNamed() {
    var taken = new ServiceServer.Address("127.0.0.1", SERVER.port(), 0);
    assertThatThrownBy(() ->
            ServiceServer.start(
                "other", taken, Metrics.of("o"), Tracing.off(), List.of(), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(Integer.toString(SERVER.port()));
  }

  @Test
  void theClientTellsRefusalsFromFailures() {
    URI here = URI.create("http://127.0.0.1:" + SERVER.port());
    ServiceClient client =
        new ServiceClient(here, Secret.of(TOKENS.token(1, "an", Role.LEARNER.wireName())));
    Greeting greeting = new Greeting("Lan", 3);
    assertThat(client.post("/greetings", greeting, Greeting.class)).contains(greeting);
    assertThat(client.find("/named?name=L%C3%AA+Lan%26Co&x=1", Greeting.class))
        .contains(new Greeting("Lê Lan&Co", 1));
    assertThat(client.find("/nowhere", Greeting.class)).isEmpty();
    assertThatThrownBy(() -> client.find("/authors", Greeting.class))
        .isInstanceOfSatisfying(
            ServiceClient.Refused.class, e -> assertThat(e.code()).isEqualTo("forbidden"));
    assertThatThrownBy(() -> client.find("/fails", Greeting.class))
        .isInstanceOf(ServiceClient.Unavailable.class);
    var target = new ByteArrayOutputStream();
    assertThat(client.download("/health", target)).isTrue();
    assertThat(target.toString(StandardCharsets.UTF_8)).contains("up");
    ServiceClient nobody = new ServiceClient(URI.create("http://127.0.0.1:1"), Secret.of("x"));
    assertThatThrownBy(() -> nobody.find("/", Greeting.class))
        .isInstanceOf(ServiceClient.Unavailable.class);
  }
}
