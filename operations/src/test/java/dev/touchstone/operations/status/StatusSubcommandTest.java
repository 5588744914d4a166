package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Run;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StatusSubcommandTest {
  private static final String READY =
      """
      {"service":"gateway","status":"up","checks":{"user-management":"up","exercises":"up","scores":"up"}}
      """;

  @TempDir private Path folder;
  private HttpServer gateway;
  private volatile int status = 200;
  private volatile String body = READY;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          boolean asked = exchange.getRequestURI().getPath().equals("/ready");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(asked ? status : 404, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  private Run publish() {
    return Run.of(
        Map.of(),
        "status",
        "publish",
        "--from",
        "http://127.0.0.1:" + gateway.getAddress().getPort(),
        "--to",
        folder.toString());
  }

  private JsonNode report() throws IOException {
    return Json.TOLERANT.readTree(Files.readString(folder.resolve("status.json")));
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("index.html"));
  }

  @Test
  void everythingWorks() throws IOException {
    Run run = publish();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("gateway: up\n", "scores: up\n");
    assertThat(report().path("status").asString()).isEqualTo("up");
    assertThat(report().path("components").valueStream())
        .extracting(part -> part.path("id").asString() + " " + part.path("state").asString())
        .containsExactly("gateway up", "user-management up", "exercises up", "scores up");
    assertThat(page())
        .contains("Everything works", "Mọi thứ đều hoạt động bình thường")
        .contains("Checks in 90 days: 1; worked in 100.00 %", "hoạt động 100,00 %");
  }

  @Test
  void whatIsDownIsNamed() throws IOException {
    status = 503;
    body = READY.replace("\"scores\":\"up\"", "\"scores\":\"down\"");
    assertThat(publish().out()).contains("scores: down\n", "exercises: up\n");

    assertThat(report().path("status").asString()).isEqualTo("degraded");
    assertThat(report().at("/components/3/days/89/up").asInt()).isZero();
    assertThat(page()).contains("Some parts do not work", "Một số phần không hoạt động");
  }

  /** A page of a load balancer, of another program, or an answer that was cut off. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502 | <html>Bad gateway</html>",
        "200 | <html>Welcome</html>",
        "200 | {\"status\":\"up\"",
        "200 | {\"status\":\"up\"}",
        "200 | [1]",
        "404 | {\"status\":\"up\",\"checks\":{\"scores\":\"up\"}}"
      })
  void anAnswerThatIsNotTheGatewaysIsNone(int other, String text) throws IOException {
    assertThat(publish().status()).isZero();
    status = other;
    body = text;
    Run run = publish();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("gateway: unreachable\n", "scores: unreachable\n");
    assertThat(report().path("status").asString()).isEqualTo("down");
    assertThat(page()).contains("Touchstone is unreachable", "Không kết nối được Touchstone");
    assertThat(report().at("/components/0/checks").asInt()).isEqualTo(2);
    assertThat(report().at("/components/0/up").asInt()).isEqualTo(1);
  }

  @Test
  void aGatewayThatIsNotThereIsAResult() throws IOException {
    gateway.stop(0);
    assertThat(publish().status()).isZero();
    assertThat(report().path("status").asString()).isEqualTo("down");
  }

  @Test
  void whatThePlatformReportsIsShownAsText() throws IOException {
    body = READY.replace("\"scores\"", "\"<script>\":\"down\",\"mail\":\"down\",\"scores\"");
    assertThat(publish().out()).contains("mail: down").doesNotContain("script");
    assertThat(page()).contains("<h3>mail</h3>").doesNotContain("<script");
  }

  /** What the schedule does when a run takes longer than the time between two. */
  @Test
  void runsAtTheSameTimeAreAllCounted() throws Exception {
    Callable<Integer> run = () -> publish().status();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(Collections.nCopies(6, run)))
          .extracting(Future::resultNow)
          .containsOnly(0);
    }
    assertThat(publish().status()).isZero();
    assertThat(report().at("/components/0/checks").asInt()).isEqualTo(7);
  }

  @Test
  void aDamagedHistoryIsKeptForPeopleToRepair() throws IOException {
    Path history = Files.writeString(folder.resolve("history.json"), "{\"days\":");
    Run run = publish();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("history.json in " + folder + " can't be read");
    assertThat(Files.readString(history)).isEqualTo("{\"days\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code.school.example",
        "ftp://code.school.example",
        "https://code.school.example/status",
        "https://user@code.school.example"
      })
  void refusesWhatIsNoAddressOfAGateway(String address) {
    Run run = Run.of(Map.of(), "status", "publish", "--from", address, "--to", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--from must be an address without a path");
  }

  @ParameterizedTest
  @CsvSource({
    "s3://, is not a bucket",
    "s3://UPPER, is not a bucket",
    "gs://bucket, is neither a folder nor s3://BUCKET",
    "s3://school-status, AWS_REGION is not set"
  })
  void refusesWhatIsNoPlace(String place, String said) {
    Run run = Run.of(Map.of(), "status", "publish", "--from", "http://127.0.0.1:1", "--to", place);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(said);
  }

  /** With 90 days of the worst kind, in both languages. */
  @Test
  void thePageIsSmallAndNeedsNothingElse() {
    Instant begin = Instant.parse("2026-09-01T00:00:00Z");
    History history = History.EMPTY;
    for (int check = 0; check < 180; check++) {
      history =
          history.with(
              new Check(
                  begin.plusSeconds(check * 43_200L),
                  check % 2 == 0 ? Map.of() : Map.of("gateway", State.up, "scores", State.up)));
    }
    String html =
        new PageWriter(Report.of(history, List.of(), begin.plusSeconds(179 * 43_200L))).html();

    assertThat(html.length()).isLessThan(64 * 1024);
    assertThat(html).doesNotContain("<script", "http://", "https://", "src=", "url(");
    assertThat(html).contains("<section id=\"vi\" lang=\"vi\">", "<section id=\"en\" lang=\"en\">");
    assertThat(html)
        .contains(
            "role=\"img\"", "aria-label=\"Exercises: Checks in 90 days: 180; worked in 0.00 %\"");
    assertThat(html)
        .contains("Days with failures: Exercises (90)", "Những ngày có lỗi: Bài tập (90)")
        .contains(": worked in 0.00 %</li>", ": hoạt động 50,00 %</li>")
        .doesNotContainPattern("<[ou]l(?![^>]* role=\"list\")");
  }
}
