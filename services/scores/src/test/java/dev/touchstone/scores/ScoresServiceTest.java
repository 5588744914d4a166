package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresServiceTest {
  @Test
  void showsTheQueueInItsMetrics() {
    try (RunningService service = RunningService.start()) {
      HttpProbe admin = HttpProbe.on(service.service.adminPort());
      Person learner = service.learner();
      long exercise = service.exercise();
      service.submit(learner, exercise);
      service.submit(learner, exercise);
      service.clock.advance(Duration.ofSeconds(7));
      service.judge.take();
      awaitMetric(admin, "scores_queue_length{lane=\"submission\",service=\"scores\"} 1.0");
      awaitMetric(admin, "scores_queue_oldest_seconds{lane=\"submission\",service=\"scores\"} 7.0");
      awaitMetric(admin, "scores_leases{lane=\"submission\",service=\"scores\"} 1.0");
      service.judge.finish(service.judge.take(), "WA", 0);
      awaitMetric(
          admin,
          "scores_judged_seconds_count{lane=\"submission\",service=\"scores\",verdict=\"WA\"} 1");
      awaitMetric(
          admin,
          "scores_judged_seconds_sum{lane=\"submission\",service=\"scores\",verdict=\"WA\"} 7.0");
      assertThat(admin.get("/metrics").text()).contains("scores_judged_seconds_bucket");
      service.clock.advance(Duration.ofSeconds(31));
      awaitMetric(admin, "scores_leases_expired_total{lane=\"submission\",service=\"scores\"} 1.0");
      assertThat(service.probe.get("/metrics").status()).isEqualTo(404);
      assertThat(service.probe.get("/ready").status()).isEqualTo(200);
      assertThat(service.probe.get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void whatIsStoredSurvivesARestart() {
    try (RunningService first = RunningService.start()) {
      Person learner = first.learner();
      long exercise = first.exercise();
      long judged = first.submit(learner, exercise);
      first.judge.finish(first.judge.take(), "AC", 10);
      long leased = first.submit(learner, exercise);
      FakeJudge.Lease lease = first.judge.take();
      long queued = first.submit(learner, exercise);
      first.service.close();
      try (RunningService second = first.another()) {
        assertThat(second.submission(learner, judged).path("verdict").asString()).isEqualTo("AC");
        assertThat(second.judge.finish(lease, "WA", 1).status())
            .as("a lease outlives the process that gave it")
            .isEqualTo(204);
        assertThat(second.submission(learner, leased).path("verdict").asString()).isEqualTo("WA");
        assertThat(second.judge.take().job()).isEqualTo(queued);
      }
    }
  }

  @Test
  void namesEveryFaultOfItsSettings() {
    Environment environment =
        Environment.of(Map.of("TOUCHSTONE_LEASE", "10ms", "TOUCHSTONE_LEASES", "30s"));
    ScoresConfiguration.from(environment);
    assertThatThrownBy(environment::finish)
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.faults())
                    .anyMatch(fault -> fault.startsWith("TOUCHSTONE_LEASE is shorter"))
                    .anyMatch(fault -> fault.startsWith("TOUCHSTONE_LEASES is set"))
                    .anyMatch(fault -> fault.startsWith("DATABASE_URL"))
                    .anyMatch(fault -> fault.startsWith("TOUCHSTONE_EXERCISES_URL"))
                    .anyMatch(fault -> fault.startsWith("TOUCHSTONE_JUDGE_TOKEN")));
  }

  private static void awaitMetric(HttpProbe admin, String line) {
    Await.until(line, () -> admin.get("/metrics").text().contains(line));
  }
}
