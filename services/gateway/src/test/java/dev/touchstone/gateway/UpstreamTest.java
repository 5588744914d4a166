package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.touchstone.platform.http.Health;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Services that fail, hang or are overloaded. */
class UpstreamTest {
  private static final String PATH = "/api/v1/exercises";

  private static RunningGateway gateway(Map<String, String> settings) {
    return RunningGateway.start(settings);
  }

  /** Breaks the connection without an answer the given number of times. */
  private static AtomicInteger breaks(RunningGateway gateway, int times) {
    AtomicInteger count = new AtomicInteger();
    gateway.exercises.answer(exchange -> {
      if (count.incrementAndGet() <= times) {
        throw new IOException("the connection breaks");
      }
      FakeService.send(exchange, 200, Map.of(), "{}");
    });
    return count;
  }

  @Test
  void whatOnlyReadsIsRepeatedOnce() {
    try (RunningGateway gateway = gateway(Map.of())) {
      AtomicInteger count = breaks(gateway, 1);
      assertThat(gateway.probe.get(PATH).status()).isEqualTo(200);
      assertThat(count).hasValue(2);
      AtomicInteger twice = breaks(gateway, 2);
      assertThat(gateway.probe.get(PATH).code()).isEqualTo("bad_gateway");
      assertThat(twice).hasValue(2);
    }
  }

  @Test
  void whatWritesIsNotRepeated() {
    try (RunningGateway gateway = gateway(Map.of())) {
      AtomicInteger count = breaks(gateway, 1);
      assertThat(gateway.learner().post(PATH, "{}").code()).isEqualTo("bad_gateway");
      assertThat(count).hasValue(1);
    }
  }

  @Test
  void anAnswerThatHasBegunIsNotRepeated() {
    try (RunningGateway gateway = gateway(Map.of())) {
      AtomicInteger count = new AtomicInteger();
      gateway.exercises.answer(exchange -> {
        count.incrementAndGet();
        exchange.sendResponseHeaders(200, 10);
        exchange.getResponseBody().write('1');
        exchange.getResponseBody().flush();
        throw new IOException("the connection breaks");
      });
      try (RawClient client = RawClient.connect("127.0.0.1", gateway)) {
        client.send("GET " + PATH + " HTTP/1.1\r\nHost: here\r\nCookie: a=b\r\n\r\n");
        assertThat(client.rest()).startsWith("HTTP/1.1 ");
      }
      assertThat(count).hasValue(1);
    }
  }

  @Test
  void aServiceThatDoesNotAnswerIsLeftAloneAndAskedAgainLater() {
    try (RunningGateway gateway = gateway(Map.of("TOUCHSTONE_UPSTREAM_PAUSE", "100ms"))) {
      AtomicInteger count = breaks(gateway, Integer.MAX_VALUE);
      HttpProbe.Answer refused =
          Await.value(
              "the breaker to open",
              () ->
                  Optional.of(gateway.learner().post(PATH, "{}"))
                      .filter(answer -> answer.status() == 503));
      assertThat(count.get()).isGreaterThanOrEqualTo(10);
      assertThat(refused.code()).isEqualTo("unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      gateway.learner().get("/api/v1/progress");
      assertThat(gateway.scores.asked).as("other services").isNotEmpty();
      breaks(gateway, 0);
      Await.until(
          "the service to be asked again",
          () -> gateway.learner().post(PATH, "{}").status() == 200);
    }
  }

  @Test
  void answersOf503DoNotCloseTheDoorToAService() {
    try (RunningGateway gateway = gateway(Map.of())) {
      gateway.exercises.answer(503, Map.of("Retry-After", "7"), "{}");
      for (int i = 0; i < 30; i++) {
        assertThat(gateway.probe.get(PATH).header("Retry-After")).isEqualTo("7");
      }
    }
  }

  @Test
  void onlySomeRequestsWaitForOneServiceAtOnce() throws Exception {
    try (RunningGateway gateway = gateway(Map.of("TOUCHSTONE_UPSTREAM_CONCURRENCY", "2"))) {
      CountDownLatch go = new CountDownLatch(1);
      gateway.exercises.answer(exchange -> answerAfter(go, exchange));
      var first = CompletableFuture.supplyAsync(() -> gateway.learner().get(PATH).status());
      var second = CompletableFuture.supplyAsync(() -> gateway.learner().get(PATH).status());
      Await.until("both to wait", () -> gateway.exercises.asked.size() == 2);
      HttpProbe.Answer third = gateway.learner().get(PATH);
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.code()).isEqualTo("unavailable");
      assertThat(third.header("Retry-After")).isNotEmpty();
      assertThat(gateway.learner().get("/api/v1/progress").status()).isEqualTo(200);
      go.countDown();
      assertThat(first.get()).isEqualTo(200);
      assertThat(second.get()).isEqualTo(200);
      assertThat(gateway.learner().get(PATH).status()).isEqualTo(200);
    }
  }

  private static void answerAfter(CountDownLatch go, HttpExchange exchange) throws IOException {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FakeService.send(exchange, 200, Map.of(), "{}");
  }

  /** Else a few slow clients would take all places of user management. */
  @Test
  void aSlowBodyHoldsNoPlaceAtAService() {
    try (RunningGateway gateway = gateway(Map.of("TOUCHSTONE_UPSTREAM_CONCURRENCY", "1"));
        RawClient slow = RawClient.connect("127.0.0.2", gateway)) {
      String head = "POST /api/v1/auth/login HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\n";
      slow.send(head + "{");
      for (int i = 0; i < 3; i++) {
        assertThat(gateway.probe.post("/api/v1/auth/login", "{}").status()).isEqualTo(200);
      }
      slow.send(" }");
      assertThat(slow.status()).isEqualTo(200);
      assertThat(gateway.users.lastAsked().body()).isEqualTo("{ }");
    }
  }

  /** Else strangers could keep everybody from signing in. */
  @Test
  void bodiesThatClientsBreakOffSayNothingAboutAService() {
    try (RunningGateway gateway = gateway(Map.of())) {
      String head = "POST /api/v1/exercises HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ";
      String token = RunningGateway.TOKENS.token(7, "lan", "learner");
      String large = "x".repeat(100_000);
      for (int i = 0; i < 15; i++) {
        try (RawClient client = RawClient.connect("127.0.0.2", gateway)) {
          client.send(head + token + "\r\nContent-Length: 200000\r\n\r\n" + large);
        }
        try (RawClient client = RawClient.connect("127.0.0.2", gateway)) {
          client.send(head + token + "\r\nContent-Length: 20\r\n\r\nx");
        }
      }
      Await.until(
          "all to be noticed",
          () ->
              HttpProbe.on(gateway.service.adminPort())
                      .get("/metrics")
                      .text()
                      .lines()
                      .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                      .filter(line -> line.contains("method=\"POST\""))
                      .mapToDouble(
                          line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                      .sum()
                  >= 30);
      assertThat(gateway.learner().post(PATH, "{}").status()).isEqualTo(200);
    }
  }

  /** Else one user with slow bodies could take all places at a service. */
  @Test
  void oneUserSendsOnlySomeLargeBodiesAtOnce() {
    List<RawClient> slow = new ArrayList<>();
    try (RunningGateway gateway = gateway(Map.of())) {
      String large = "x".repeat(100_000);
      String head =
          "POST /api/v1/exercises HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer "
              + RunningGateway.TOKENS.token(7, "lan", "learner")
              + "\r\nContent-Length: 200000\r\n\r\n";
      for (int i = 0; i < 17; i++) {
        slow.add(RawClient.connect("127.0.0.2", gateway).send(head));
      }
      Object first =
          CompletableFuture.anyOf(
                  slow.stream()
                      .map(client ->
                          CompletableFuture.supplyAsync(client::status, Thread::startVirtualThread))
                      .toArray(CompletableFuture<?>[]::new))
              .join();
      assertThat(first).isEqualTo(429);
      HttpProbe other = gateway.probe.withToken(RunningGateway.TOKENS.token(8, "an", "learner"));
      assertThat(other.post(PATH, large).status()).isEqualTo(200);
      slow.forEach(RawClient::close); // else the gateway would wait for them when it stops
    } finally {
      slow.forEach(RawClient::close);
    }
  }

  /** Else one user could close the way to a service for all. */
  @Test
  void bodiesThatStopHalfwaySayNothingAboutAService() {
    List<RawClient> stalled = new ArrayList<>();
    try (RunningGateway gateway = gateway(Map.of("TOUCHSTONE_UPSTREAM_SILENCE", "300ms"))) {
      String head =
          "POST /api/v1/exercises HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer "
              + RunningGateway.TOKENS.token(7, "lan", "learner")
              + "\r\nContent-Length: 200000\r\n\r\n";
      for (int i = 0; i < 12; i++) {
        stalled.add(RawClient.connect("127.0.0.2", gateway).send(head + "x".repeat(100_000)));
      }
      assertThat(stalled).allSatisfy(client -> assertThat(client.status()).isEqualTo(408));
      assertThat(gateway.learner().post(PATH, "{}").status()).isEqualTo(200);
    } finally {
      stalled.forEach(RawClient::close);
    }
  }

  @Test
  void isAsReadyAsTheServicesBehindIt() {
    try (RunningGateway gateway = RunningGateway.inACluster()) {
      HttpProbe.Answer up = gateway.probe.get("/ready");
      assertThat(up.status()).isEqualTo(200);
      assertThat(up.json().path("checks"))
          .hasToString("{\"user-management\":\"up\",\"exercises\":\"up\",\"scores\":\"up\"}");
    }
    try (RunningGateway gateway = RunningGateway.inACluster()) {
      gateway.scores.answer(503, Map.of(), "{}");
      HttpProbe.Answer down = gateway.probe.get("/ready");
      assertThat(down.status()).isEqualTo(503);
      assertThat(down.json().at("/checks/scores").asString()).isEqualTo(Health.DOWN);
      assertThat(gateway.probe.get("/health").status()).as("the process alone").isEqualTo(200);
    }
  }
}
