package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminPortTest {
  @Test
  void listensWhereItIsToldAndNotWhereTheMainPortDoes() {
    Map<String, String> settings =
        Map.of("TOUCHSTONE_HOST", "127.0.0.2", "TOUCHSTONE_ADMIN_HOST", "127.0.0.1");
    try (RunningGateway gateway = RunningGateway.start(settings)) {
      HttpProbe loopback = HttpProbe.on(gateway.service.adminPort());
      assertThat(loopback.get("/metrics").status()).isEqualTo(200);
    }
  }
}
