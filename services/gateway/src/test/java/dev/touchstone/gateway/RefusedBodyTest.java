package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request is refused while its client still sends the body. */
class RefusedBodyTest {
  private static final int LENGTH = 50_000;

  @Test
  void theAnswerIsNotLostToAReset() {
    try (RunningGateway gateway = RunningGateway.start(Map.of());
        RawClient client = RawClient.connect("127.0.0.1", gateway)) {
      String half = "x".repeat(LENGTH / 2);
      client.send(
          "POST /api/v1/submissions HTTP/1.1\r\nHost: here\r\nContent-Length: "
              + LENGTH
              + "\r\n\r\n"
              + half);
      assertThat(client.status()).isEqualTo(401);
      // A connection that was reset takes no second packet.
      client.send(half.substring(LENGTH / 4)).send(half.substring(LENGTH / 4));
      assertThat(client.rest()).contains("unauthenticated");
    }
  }
}
