package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void clientsSeeWhatIsLeft() {
    Map<String, String> settings =
        Map.of(
            "TOUCHSTONE_RATE_ADDRESS", "100",
            "TOUCHSTONE_RATE_USER", "50",
            "TOUCHSTONE_RATE_SUBMIT", "1");
    try (RunningGateway gateway = RunningGateway.start(settings)) {
      HttpProbe.Answer stranger = gateway.probe.get("/api/v1/exercises");
      assertThat(all(stranger, "RateLimit-Policy")).containsExactly("\"address\";q=100;w=60");
      assertThat(all(stranger, "RateLimit"))
          .singleElement()
          .asString()
          .matches("\"address\";r=99;t=\\d+");
      HttpProbe.Answer first = gateway.learner().post("/api/v1/submissions", "{}");
      assertThat(all(first, "RateLimit-Policy"))
          .containsExactly(
              "\"address\";q=100;w=60", "\"user\";q=50;w=60", "\"submission\";q=1;w=60");
      HttpProbe.Answer second = gateway.learner().post("/api/v1/submissions", "{}");
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.code()).isEqualTo("rate_limited");
      assertThat(second.header("Retry-After")).matches("[1-9]\\d?");
      assertThat(all(second, "RateLimit-Policy")).containsExactly("\"submission\";q=1;w=60");
      assertThat(all(second, "RateLimit"))
          .singleElement()
          .asString()
          .matches("\"submission\";r=0;t=\\d+");
      assertThat(all(gateway.probe.get("/health"), "RateLimit")).isEmpty();
    }
  }

  private static List<String> all(HttpProbe.Answer answer, String name) {
    return answer.response().headers().allValues(name);
  }
}
