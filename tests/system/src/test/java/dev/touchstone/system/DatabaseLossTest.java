package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** SIGKILL of the PostgreSQL behind {@code up}. */
class DatabaseLossTest {
  @TempDir private Path folder;

  @Test
  void goesOnWithTheServerStartedAgainAndEndsWhereThatFails() throws IOException {
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), Map.of())) {
      Learner learner = Learner.register(platform::probe);
      long exercise = learner.exercise();
      String source = Exercises.ACCEPTED.getOrDefault("python3", "");
      learner.judged(learner.submit(exercise, "python3", source));
      killServer();
      platform.running().await(Pattern.compile("ERROR The embedded PostgreSQL stopped"));
      platform.running().await(Pattern.compile("PostgreSQL is running again"));
      Await.until("ready", () -> platform.probe().get("/ready").status() == 200);
      JsonNode checks = platform.probe().get("/ready").json().path("checks");
      assertThat(checks.propertyNames())
          .containsExactly("database", "user-management", "exercises", "scores", "judge");
      JsonNode judged = learner.judged(learner.submit(exercise, "python3", source));
      assertThat(judged.path("verdict").asString()).isEqualTo("AC");
      Files.writeString(data().resolve("PG_VERSION"), "99\n");
      killServer();
      assertThat(platform.running().exitStatus()).isEqualTo(1);
      assertThat(platform.running().output())
          .contains("touchstone: The embedded PostgreSQL stopped and could not be restarted")
          .doesNotContain("Exception", "\tat ");
    }
  }

  private void killServer() throws IOException {
    String server = Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip();
    assertThat(ProcessHandle.of(Long.parseLong(server)).orElseThrow().destroyForcibly()).isTrue();
  }

  private Path data() {
    return folder.resolve("data/postgresql/data");
  }
}
