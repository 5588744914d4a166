package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamLimitTest {
  private static final String STREAM = "/api/v1/submissions/1/events";
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final RunningGateway gateway =
      RunningGateway.start(Map.of("TOUCHSTONE_STREAMS_PER_USER", "2"));
  private final HttpProbe learner = gateway.learner();
  private final CountDownLatch over = new CountDownLatch(1);

  /** Streams last until the test ends them, or until nobody reads them. */
  @BeforeEach
  void serveStreams() {
    gateway.scores.answer(exchange -> {
      if (exchange.getRequestURI().getPath().endsWith("/events")) {
        stream(exchange);
      } else {
        FakeService.send(exchange, 200, Map.of(), "{}");
      }
    });
  }

  @AfterEach
  void stop() {
    over.countDown();
    gateway.close();
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      do {
        body.write(COMMENT);
        body.flush();
      } while (!over.await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<InputStream> open(HttpProbe probe, String path) {
    return probe.open(probe.request(path).GET());
  }

  private HttpResponse<InputStream> opened(String path) {
    HttpResponse<InputStream> stream = open(learner, path);
    assertThat(stream.statusCode()).isEqualTo(200);
    return stream;
  }

  private void awaitRoom() {
    int status =
        Await.value(
            "room for a stream",
            () -> Optional.of(open(learner, STREAM).statusCode()).filter(answer -> answer != 429));
    assertThat(status).isEqualTo(200);
  }

  @Test
  void oneUserCannotTakeAllConnections() {
    opened(STREAM);
    opened("/api/v1/runs/1/events");
    HttpProbe.Answer refused = learner.get("/api/v1/runs/2/events");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_streams");
    assertThat(learner.get("/api/v1/submissions/%31/%65vents").code())
        .isEqualTo("too_many_streams");
    assertThat(learner.get("/api/v1/submissions/1").status()).as("polling").isEqualTo(200);
    HttpProbe other =
        gateway.probe.withToken(RunningGateway.TOKENS.token(8, "an", Role.LEARNER.wireName()));
    assertThat(open(other, STREAM).statusCode()).isEqualTo(200);
    assertThat(other.get("/api/v1/submissions/1").status()).isEqualTo(200);
  }

  @Test
  void aStreamThatTheClientLeavesIsNotCounted() throws Exception {
    opened(STREAM);
    opened(STREAM).body().close();
    awaitRoom();
    assertThat(learner.get(STREAM).code()).isEqualTo("too_many_streams");
  }

  @Test
  void aStreamThatEndsIsNotCounted() {
    opened(STREAM);
    opened(STREAM);
    assertThat(learner.get(STREAM).code()).isEqualTo("too_many_streams");
    over.countDown();
    awaitRoom();
  }

  @Test
  void aStreamThatBreaksIsNotCounted() {
    opened(STREAM);
    opened(STREAM);
    gateway.scores.close();
    String code =
        Await.value(
            "the streams to be gone",
            () ->
                Optional.of(learner.get(STREAM).code())
                    .filter(answer -> !answer.equals("too_many_streams")));
    assertThat(code).isIn("unavailable", "bad_gateway");
  }
}
