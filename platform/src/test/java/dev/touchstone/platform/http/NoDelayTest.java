package dev.touchstone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.testing.KeptConnection;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** No packet waits for the acknowledgement of the one before; see {@link KeptConnection}. */
class NoDelayTest {
  /** More than one buffer of the server. */
  private static final Map<String, String> LONG = Map.of("text", "x".repeat(20_000));

  private static final ServiceServer SERVER =
      ServiceServer.start(
          "test",
          new ServiceServer.Address("127.0.0.1", 0, 0),
          Metrics.of("test"),
          Tracing.off(),
          List.of(),
          List.of(rules ->
              rules
                  .get("/long", (request, response) -> Json.send(response, LONG))
                  .get("/events", NoDelayTest::sendEvents)));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static void sendEvents(ServerRequest request, ServerResponse response) {
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      sink.emit(SseEvent.create("first")).emit(SseEvent.create("last"));
    }
  }

  @Test
  void longAnswersAreNotHeldBack() throws IOException {
    try (KeptConnection connection = KeptConnection.to(SERVER.port())) {
      assertThat(connection.fastest(() -> connection.get("/long")))
          .isLessThan(KeptConnection.HELD_BACK);
    }
  }

  @Test
  void longAnswersOfTheAdminPortAreNotHeldBack() throws IOException {
    try (KeptConnection connection = KeptConnection.to(SERVER.adminPort())) {
      assertThat(connection.get("/metrics")).as("length").isGreaterThan(8_192);
      assertThat(connection.fastest(() -> connection.get("/metrics")))
          .isLessThan(KeptConnection.HELD_BACK);
    }
  }

  @Test
  void eventsAreNotHeldBack() throws IOException {
    try (KeptConnection connection = KeptConnection.to(SERVER.port())) {
      assertThat(
              connection.fastest(() -> {
                connection.send("/events");
                connection.readTo("data:last");
              }))
          .isLessThan(KeptConnection.HELD_BACK);
    }
  }
}
