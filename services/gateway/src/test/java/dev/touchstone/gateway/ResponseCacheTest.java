package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCacheTest {
  private static final RunningGateway GATEWAY = RunningGateway.start(Map.of());
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final Map<String, String> PUBLIC =
      Map.of("Cache-Control", "no-cache", "Vary", "Authorization", "ETag", "\"one\"");
  private static final String LONG = "{\"text\":\"" + "đường về nhà ".repeat(500) + "\"}";

  /** Of an exercise of its own, so that tests don't meet. */
  private final String path = "/api/v1/exercises/" + ADDRESSES.incrementAndGet();

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @BeforeEach
  void answer() {
    GATEWAY.exercises.answer(200, PUBLIC, LONG);
    GATEWAY.exercises.asked.clear();
    awaitCaching(GATEWAY);
  }

  /** Until it follows the changes, the gateway asks the service each time. */
  private static void awaitCaching(RunningGateway gateway) {
    Await.until(
        "the gateway to follow the changes",
        () -> {
          gateway.probe.get("/api/v1/exercises/warm");
          return !gateway
              .probe
              .get("/api/v1/exercises/warm")
              .header("Cache-Status")
              .contains("miss");
        });
  }

  private static HttpProbe.Answer get(String path, String... headers) {
    var request = GATEWAY.probe.request(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return GATEWAY.probe.send(request);
  }

  private int asked() {
    return (int)
        GATEWAY.exercises.asked.stream().filter(one -> one.target().startsWith(path)).count();
  }

  @Test
  void aPublicResponseIsFetchedOnce() {
    HttpProbe.Answer first = get(path);
    HttpProbe.Answer second = get(path);
    assertThat(asked()).isEqualTo(1);
    assertThat(second.text()).isEqualTo(first.text()).isEqualTo(LONG);
    assertThat(first.header("Cache-Status")).isEqualTo("touchstone; fwd=miss; stored");
    assertThat(second.header("Cache-Status")).isEqualTo("touchstone; hit");
    assertThat(second.header("Age")).isEqualTo("0");
    assertThat(second.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    assertThat(second.header("Content-Security-Policy")).startsWith("default-src 'none'");
    HttpProbe.Answer head =
        GATEWAY.probe.send(GATEWAY.probe.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
  }

  @Test
  void parametersCountInAnyOrderAndEncodingsApart() {
    get(path + "?locale=vi&limit=5");
    get(path + "?limit=5&locale=vi");
    get(path + "?limit=5&&locale=vi");
    assertThat(asked()).isEqualTo(1);
    get(path + "?limit=5&locale=en");
    assertThat(asked()).isEqualTo(2);
    get(path + "?limit=5&locale=en", "Accept-Encoding", "gzip");
    get(path + "?limit=5&locale=en", "Accept-Encoding", "deflate, gzip;q=0.5");
    assertThat(asked()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "br, br", "zstd, zstd", "identity, ''", "'gzip, br', br"})
  void everyEncodingIsRightWhetherFetchedOrKept(String accepted, String encoding) {
    HttpProbe.Answer fetched = get(path, "Accept-Encoding", accepted);
    HttpProbe.Answer kept = get(path, "Accept-Encoding", accepted);
    assertThat(asked()).isEqualTo(1);
    for (HttpProbe.Answer one : List.of(fetched, kept)) {
      assertThat(one.header("Content-Encoding")).isEqualTo(encoding);
      assertThat(String.join(", ", one.response().headers().allValues("Vary")))
          .contains("Accept-Encoding")
          .contains("Authorization");
    }
    assertThat(kept.response().body()).isEqualTo(fetched.response().body());
    HttpProbe.Answer known =
        get(path, "Accept-Encoding", accepted, "If-None-Match", "\"x\", " + kept.header("ETag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.response().body()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(kept.header("ETag"));
    assertThat(asked()).isEqualTo(1);
  }

  /** What one caller gets for themselves never reaches another. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, Cache-Control, 'private, no-cache'",
        "200, Cache-Control, no-store",
        "200, Cache-Control, -",
        "200, Set-Cookie, a=b",
        "200, Vary, Accept-Language",
        "200, Vary, *",
        "206, -, -",
        "404, -, -",
        "500, -, -",
        "503, -, -",
      })
  void whatIsNotForEverybodyIsFetchedEachTime(int status, String name, String value) {
    Map<String, String> headers = new HashMap<>(PUBLIC);
    if (name != null) {
      headers.remove(name);
    }
    if (value != null) {
      headers.put(name, value);
    }
    GATEWAY.exercises.answer(status, headers, "{}");
    for (int i = 1; i <= 2; i++) {
      assertThat(get(path).status()).isEqualTo(status);
      assertThat(asked()).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @CsvSource({"Cookie, a=b", "Range, bytes=0-3", "Authorization, -"})
  void whoeverAsksForThemselvesIsNotAnsweredFromWhatIsKept(String name, String value) {
    get(path);
    if (name.equals("Authorization")) {
      GATEWAY.learner().get(path);
    } else {
      get(path, name, value);
    }
    assertThat(asked()).isEqualTo(2);
    get(path);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void aChangeIsSeenSoon() {
    try (RunningGateway gateway = RunningGateway.start(Map.of())) {
      gateway.exercises.answer(200, PUBLIC, LONG);
      awaitCaching(gateway);
      assertThat(gateway.probe.get(path).text()).isEqualTo(LONG);
      gateway.exercises.answer(200, PUBLIC, "{\"new\":true}");
      assertThat(gateway.probe.get(path).text()).isEqualTo(LONG);
      gateway.exercises.version.incrementAndGet();
      Await.until(
          "the change to be seen", () -> gateway.probe.get(path).text().equals("{\"new\":true}"));
    }
  }

  @Test
  void manyWhoAskTogetherCostOneRequest() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    GATEWAY.exercises.answer(exchange -> {
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      FakeService.send(exchange, 200, PUBLIC, LONG);
    });
    HttpProbe admin = HttpProbe.on(GATEWAY.service.adminPort());
    double before = joined(admin);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> all =
          IntStream.range(0, 20)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(path).text(), threads))
              .toList();
      Await.until("nineteen to wait for the first", () -> joined(admin) - before >= 19);
      go.countDown();
      for (CompletableFuture<String> one : all) {
        assertThat(one.get()).isEqualTo(LONG);
      }
    }
    assertThat(asked()).isEqualTo(1);
  }

  private static double joined(HttpProbe admin) {
    return admin
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("gateway_cache_requests_total{result=\"joined\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void whatIsKeptStandsInForAServiceThatIsAway() {
    get(path);
    GATEWAY.exercises.feed = false;
    try {
      GATEWAY.exercises.answer(503, Map.of(), "{}");
      HttpProbe.Answer stale =
          Await.value(
              "the gateway to notice",
              () -> Optional.of(get(path)).filter(answer -> !answer.header("Warning").isEmpty()));
      assertThat(stale.status()).isEqualTo(200);
      assertThat(stale.text()).isEqualTo(LONG);
      assertThat(stale.header("Warning")).startsWith("110 ");
      assertThat(stale.header("Age")).isNotEmpty();
      assertThat(get(path + "/unknown").status()).isEqualTo(503);
      GATEWAY.exercises.answer(exchange -> FakeService.send(exchange, 304, Map.of(), ""));
      assertThat(get(path).header("Warning")).as("the same after a question").isEmpty();
      assertThat(GATEWAY.exercises.lastAsked().header("If-None-Match")).contains("one");
    } finally {
      GATEWAY.exercises.feed = true;
    }
  }

  @Test
  void whatIsTooLargeIsPassedOnWhole() {
    String large = "x".repeat(3 * 1024 * 1024);
    GATEWAY.exercises.answer(200, PUBLIC, large);
    assertThat(get(path).text()).isEqualTo(large);
    assertThat(get(path).text()).isEqualTo(large);
    assertThat(asked()).isEqualTo(2);
  }
}
