package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.system.FiveProcesses.Part;
import dev.touchstone.testing.HttpProbe;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story, with every part in its own process; and what happens if one of them is killed. */
class FiveProcessesTest extends LearnerStory {
  /** On a busy machine a lease may end while its judge is at work, so there are more tries. */
  private static final Map<String, String> SHORT_LEASES =
      Map.of("TOUCHSTONE_LEASE", "3s", "TOUCHSTONE_TRIES", "20");

  @TempDir private static Path folder;
  private static @Nullable FiveProcesses started;

  @BeforeAll
  static void start() {
    started = FiveProcesses.start(folder, SHORT_LEASES);
  }

  @AfterAll
  static void stop() {
    processes().close();
  }

  private static FiveProcesses processes() {
    return Objects.requireNonNull(started);
  }

  @Override
  HttpProbe platform() {
    return processes().probe();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void reportsHealthReadinessAndMetrics(Part part) {
    assertThat(processes().probe(part).get("/health").status()).isEqualTo(200);
    processes().awaitReady(part); // what it needs may have been killed a moment ago
    assertThat(processes().adminProbe(part).get("/metrics").text()).contains("jvm_memory");
    assertThat(processes().probe(part).get("/metrics").status()).isEqualTo(404);
  }

  /** Traces are off here, so they must cost nothing. */
  @ParameterizedTest
  @EnumSource(Part.class)
  void loadsNothingThatSendsTraces(Part part) {
    assertThat(processes().program(part).loadedClasses())
        .anyMatch(name -> name.startsWith("dev.touchstone."))
        .noneMatch(name -> name.startsWith("io.opentelemetry.sdk"))
        .noneMatch(name -> name.startsWith("io.opentelemetry.exporter"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JUDGE", "SCORES"})
  void losesNothingAndCountsNothingTwiceWhenAPartIsKilled(Part part) {
    Deadline deadline = Deadline.rush(this::platform);
    deadline.awaitJudging();
    processes().kill(part);
    processes().restart(part);
    deadline.requireEveryVerdictOnce();
    deadline.requireAgreement(processes()::scoresDatabase);
  }

  @Test
  void keepsTheDoorOpenWhileAServiceIsAway() {
    Learner learner = Learner.register(this::platform);
    processes().kill(Part.EXERCISES);
    HttpProbe.Answer answer = learner.probe().get("/api/v1/exercises/greeting");
    assertThat(answer.status()).isIn(502, 503);
    assertThat(answer.code()).isNotEmpty();
    assertThat(learner.probe().get("/api/v1/users/me").status()).isEqualTo(200);
    processes().restart(Part.EXERCISES);
    assertThat(learner.exercise()).isPositive();
  }
}
