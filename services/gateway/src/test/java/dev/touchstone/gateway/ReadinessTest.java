package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Health;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** {@code /ready} of a gateway that was given checks. */
class ReadinessTest {
  @Test
  void isAsReadyAsWhatItWasToldToCheck() {
    AtomicBoolean scoresUp = new AtomicBoolean(true);
    Readiness scores =
        new Readiness(
            "scores",
            () -> {
              if (!scoresUp.get()) {
                throw new IllegalStateException("unavailable");
              }
            });
    List<Readiness> checks = List.of(new Readiness("exercises", () -> {}), scores);
    try (RunningGateway gateway = RunningGateway.start(Map.of(), checks)) {
      HttpProbe.Answer up = gateway.probe.get("/ready");
      assertThat(up.status()).isEqualTo(200);
      assertThat(up.text())
          .isEqualTo(
              "{\"service\":\"gateway\",\"status\":\"up\",\"checks\":{\"exercises\":\"up\",\"scores\":\"up\"}}");
      scoresUp.set(false);
      Await.until("ready to go down", () -> gateway.probe.get("/ready").status() == 503);
      HttpProbe.Answer down = HttpProbe.on(gateway.service.adminPort()).get("/ready");
      assertThat(down.json().path("status").asString()).isEqualTo("down");
      assertThat(down.json().at("/checks/exercises").asString()).isEqualTo("up");
      assertThat(down.json().at("/checks/scores").asString()).isEqualTo("down");
      assertThat(gateway.probe.get("/health").status()).isEqualTo(200);
      scoresUp.set(true);
      Await.until("ready to go up", () -> gateway.probe.get("/ready").status() == 200);
    }
  }

  @Test
  void countsACheckWithoutAnAnswerAsFailedAndRunsItOnceForAllWhoAsk() {
    CountDownLatch forever = new CountDownLatch(1);
    try {
      ReadinessChecks checks =
          new ReadinessChecks(List.of(new Readiness("silent", forever::await)));
      CompletableFuture<Health> first = checks.health();
      assertThat(checks.health()).isSameAs(first);
      assertThat(first.join()).isEqualTo(Health.of("gateway", Map.of("silent", "down")));
    } finally {
      forever.countDown();
    }
  }
}
