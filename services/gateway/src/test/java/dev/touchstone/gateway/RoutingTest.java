package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
  private static final RunningGateway GATEWAY = RunningGateway.start(Map.of());

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @BeforeEach
  void answerAsUsual() {
    GATEWAY.exercises.answer(200, Map.of(), "{}");
    GATEWAY.scores.answer(200, Map.of(), "{}");
  }

  @Test
  void leadsEachAddressToItsService() {
    GATEWAY.learner().get("/api/v1/users/me?x=1");
    assertThat(GATEWAY.users.lastAsked().target()).isEqualTo("/api/v1/users/me?x=1");
    GATEWAY.probe.post("/api/v1/auth/login", "{\"a\":\"Đ\"}");
    assertThat(GATEWAY.users.lastAsked().target()).isEqualTo("/api/v1/auth/login");
    assertThat(GATEWAY.users.lastAsked().body()).isEqualTo("{\"a\":\"Đ\"}");
    GATEWAY.probe.get("/api/v1/exercises?q=a%20b&tag=%C4%91");
    assertThat(GATEWAY.exercises.lastAsked().target())
        .isEqualTo("/api/v1/exercises?q=a%20b&tag=%C4%91");
    for (String path : new String[] {"submissions/5", "runs/5", "progress", "leaderboard"}) {
      GATEWAY.learner().get("/api/v1/" + path);
      assertThat(GATEWAY.scores.lastAsked().target()).isEqualTo("/api/v1/" + path);
    }
    assertThat(GATEWAY.probe.get("/.well-known/jwks.json").text()).contains("P-256");
  }

  @Test
  void passesStatusHeadersAndBodyThrough() {
    GATEWAY.scores.answer(202, Map.of("Location", "/api/v1/submissions/9"), "{\"id\":9}");
    HttpProbe.Answer answer = GATEWAY.learner().post("/api/v1/submissions", "{}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/submissions/9");
    assertThat(answer.text()).isEqualTo("{\"id\":9}");
  }

  @Test
  void onlyStyleAttributesMayBeWrittenInline() {
    assertThat(GATEWAY.probe.get("/api/v1/exercises").header("Content-Security-Policy"))
        .contains("; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';")
        .containsOnlyOnce("'unsafe-inline'");
  }

  @Test
  void aServiceMayForbidMoreThanWe() {
    GATEWAY.exercises.answer(200, Map.of("Content-Security-Policy", "sandbox"), "{}");
    assertThat(GATEWAY.probe.get("/api/v1/exercises").header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .endsWith("frame-ancestors 'none', sandbox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/v1/revocations",
        "/internal",
        "/api",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/exercisesX",
        "/api/v2/exercises",
        "/.well-known/other",
        "/metrics",
        "/nowhere",
      })
  void whatIsNotListedLeadsNowhere(String path) {
    int before = GATEWAY.users.asked.size();
    HttpProbe.Answer answer = GATEWAY.learner().get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(GATEWAY.users.asked.stream().skip(before))
        .noneMatch(asked -> asked.target().equals(path));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/users/me",
    "POST,/api/v1/exercises",
    "POST,/api/v1/submissions",
    "GET,/api/v1/submissions/1/events",
    "GET,/api/v1/progress",
    "POST,/api/v1/runs",
  })
  void strangersGetNoFurtherWhereATokenIsNeeded(String method, String path) {
    int before = GATEWAY.exercises.asked.size() + GATEWAY.scores.asked.size();
    HttpProbe.Answer answer = GATEWAY.probe.send(method, path, "{}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(GATEWAY.exercises.asked.size() + GATEWAY.scores.asked.size()).isEqualTo(before);
  }

  /** Else the client would send its next request on a connection that ends. */
  @Test
  void aRefusalThatDoesNotWaitForTheBodySaysThatTheConnectionEnds() throws IOException {
    String head =
        "POST /api/v1/exercises HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n";
    String answer = rawAnswer(head + "Content-Length: 2\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 401 ")
        .containsIgnoringCase("\r\nConnection: close\r\n");
    String whole = rawAnswer(head + "Content-Length: 2\r\n\r\n{}");
    assertThat(whole).startsWith("HTTP/1.1 401 ").doesNotContainIgnoringCase("Connection: close");
  }

  private static String rawAnswer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        answer.append(line).append("\r\n");
      }
      return answer.toString();
    }
  }

  @Test
  void badTokensGetNoFurtherAnywhere() {
    String expired =
        RunningGateway.TOKENS.token(
            7, "lan", Role.LEARNER.wireName(), Instant.now().minusSeconds(60));
    String foreign = new TestTokens().token(7, "lan", Role.ADMIN.wireName());
    String revoked = RunningGateway.TOKENS.token(13, "thief", Role.LEARNER.wireName());
    String path = "/api/v1/exercises";
    assertThat(GATEWAY.probe.withToken(expired).get(path).code()).isEqualTo("token_expired");
    assertThat(GATEWAY.probe.withToken(foreign).get(path).code()).isEqualTo("token_invalid");
    assertThat(GATEWAY.probe.withToken("x").get(path).code()).isEqualTo("token_invalid");
    Await.until(
        "the revocation to be known",
        () -> GATEWAY.probe.withToken(revoked).get(path).code().equals("token_revoked"));
    HttpProbe.Answer basic =
        GATEWAY.probe.send(GATEWAY.probe.request(path).header("Authorization", "Basic YTpi").GET());
    assertThat(basic.code()).isEqualTo("unauthenticated");
  }

  @Test
  void anExpiredTokenDoesNotStandInTheWayOfANewOne() {
    String expired =
        RunningGateway.TOKENS.token(
            7, "lan", Role.LEARNER.wireName(), Instant.now().minusSeconds(60));
    assertThat(GATEWAY.probe.withToken(expired).post("/api/v1/auth/refresh", "").status())
        .isEqualTo(200);
  }

  @Test
  void nobodySpeaksInTheGatewaysName() {
    GATEWAY.learner().get("/api/v1/exercises");
    GATEWAY.probe.send(
        GATEWAY
            .probe
            .request("/api/v1/exercises/1")
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Prefix", "/x")
            .header("Forwarded", "for=6.6.6.6")
            .header("X-Real-IP", "6.6.6.6")
            .header("X-Request-Id", "bad id\\n")
            .header("Cookie", "touchstone_refresh=secret")
            .GET());
    FakeService.Asked asked = GATEWAY.exercises.lastAsked();
    assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(asked.header("X-Forwarded-Prefix")).isEmpty();
    assertThat(asked.header("Forwarded")).isEmpty();
    assertThat(asked.header("X-Real-IP")).isEmpty();
    assertThat(asked.header("Cookie")).isEmpty();
    assertThat(asked.header("X-Request-Id")).matches("[0-9a-f-]{36}");
  }

  @Test
  void theRefreshCookieReachesUserManagementOnly() {
    GATEWAY.probe.send(
        GATEWAY
            .probe
            .request("/api/v1/auth/refresh")
            .header("Cookie", "touchstone_refresh=abc")
            .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(GATEWAY.users.lastAsked().header("Cookie")).isEqualTo("touchstone_refresh=abc");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, -, 200",
        "none, -, 200",
        "cross-site, -, 403",
        "same-site, -, 403",
        "same-origin, http://evil.example, 200",
        "-, http://here.example, 200",
        "-, https://HERE.example, 200",
        "-, http://here.example:80, 200",
        "-, http://here.example:81, 403",
        "-, http://evil.example, 403",
        "-, http://here.example.evil.example, 403",
        "-, null, 403",
        "-, -, 200",
      })
  void anotherSiteCannotUseTheCookie(String site, String origin, int status) {
    String asked =
        "POST /api/v1/auth/refresh HTTP/1.1\r\nHost: here.example\r\nContent-Length: 0\r\n"
            + (site == null ? "" : "Sec-Fetch-Site: " + site + "\r\n")
            + (origin == null ? "" : "Origin: " + origin + "\r\n");
    try (RawClient client = RawClient.connect("127.0.0.1", GATEWAY)) {
      client.send(asked + "Cookie: touchstone_refresh=abc\r\n\r\n");
      assertThat(client.status()).isEqualTo(status);
    }
  }

  @Test
  void theRequestIdGoesAllTheWay() {
    HttpProbe.Answer answer =
        GATEWAY.probe.send(
            GATEWAY.probe.request("/api/v1/exercises").header("X-Request-Id", "abcd-1234").GET());
    assertThat(answer.header("X-Request-Id")).isEqualTo("abcd-1234");
    assertThat(GATEWAY.exercises.lastAsked().header("X-Request-Id")).isEqualTo("abcd-1234");
    HttpProbe.Answer refused = GATEWAY.probe.get("/api/v1/progress");
    assertThat(refused.json().path("request_id").asString())
        .isEqualTo(refused.header("X-Request-Id"));
  }

  @Test
  void eventsArriveWhileTheyAreSent() throws Exception {
    CountDownLatch firstRead = new CountDownLatch(1);
    GATEWAY.scores.answer(exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      try {
        // Sent only after the first event has arrived; a gateway that waits for more hangs.
        if (firstRead.await(3, TimeUnit.MINUTES)) {
          exchange.getResponseBody().write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    });
    HttpProbe learner = GATEWAY.learner();
    var response =
        learner.open(
            learner
                .request("/api/v1/submissions/1/events")
                .header("Accept-Encoding", "gzip, br, zstd")
                .GET());
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: 1");
      firstRead.countDown();
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: 2");
    }
  }

  @Test
  void isHealthyAndReadyOnItsOwn() {
    assertThat(GATEWAY.probe.get("/health").json().path("status").asString()).isEqualTo("up");
    assertThat(GATEWAY.probe.get("/ready").status()).isEqualTo(200);
    HttpProbe admin = HttpProbe.on(GATEWAY.service.adminPort());
    assertThat(admin.get("/ready").status()).isEqualTo(200);
    Await.until( // requests are counted once they are answered
        "a request to be counted",
        () -> admin.get("/metrics").text().contains("http_server_requests_seconds_count"));
    assertThat(admin.get("/api/v1/exercises").status()).isEqualTo(404);
  }
}
