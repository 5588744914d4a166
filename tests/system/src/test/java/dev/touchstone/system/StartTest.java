package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and starting again, and starts that must not succeed. */
class StartTest {
  private static final Map<String, String> NOTHING = Map.of();
  @TempDir private Path folder;

  @Test
  void keepsEverythingOverARestartAndShowsThePasswordOnce() {
    try (StandalonePlatform platform = StandalonePlatform.start(folder.resolve("data"), NOTHING)) {
      String password = platform.shownPassword().orElseThrow();
      Learner learner = Learner.register(platform::probe);
      long submission =
          learner.submit(
              learner.exercise(), "python3", Exercises.ACCEPTED.getOrDefault("python3", ""));
      learner.judged(submission);
      platform.running().stop();
      platform.start();
      assertThat(platform.shownPassword()).isEmpty();
      assertThat(learner.judged(submission).path("verdict").asString()).isEqualTo("AC");
      assertThat(learner.get("/api/v1/progress").path("solved").asInt()).isOne();
      assertThat(Learner.signIn(platform.probe(), "admin", password)).isNotEmpty();
    }
  }

  @Test
  void losesNoPasswordAndNoDataByKillsDuringTheFirstStart() {
    Path data = folder.resolve("data");
    // One start per stage that a first start goes through; the last one is nearly done.
    List<String> stages =
        List.of(
            "secrets/database-superuser",
            "postgresql/data.new/base",
            "postgresql/data",
            "exercises/objects");
    for (String stage : stages) {
      Program program = StandalonePlatform.launch(data, NOTHING, "--port", "0");
      Await.until(
          stage,
          () -> {
            program.requireAlive();
            return Files.exists(data.resolve(stage));
          });
      program.kill();
    }
    try (StandalonePlatform platform = StandalonePlatform.start(data, NOTHING)) {
      String password = platform.shownPassword().orElseThrow();
      assertThat(Learner.signIn(platform.probe(), "admin", password)).isNotEmpty();
      assertThat(Learner.register(platform::probe).exercise()).isPositive();
    }
  }

  @Test
  void refusesAFolderInUse() {
    StandalonePlatform platform = StandalonePlatform.shared();
    assertRefused(
        StandalonePlatform.launch(platform.data(), NOTHING, "--port", "0"),
        "Another Touchstone is using the data folder");
    assertThat(platform.probe().get("/ready").status()).isEqualTo(200);
  }

  @Test
  void refusesAFolderOfANewerVersion() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("format"), "2\n");
    assertRefused(
        StandalonePlatform.launch(data, NOTHING, "--port", "0"), "was written by a newer version");
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void refusesAPortThatAnotherProgramHas() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path data = folder.resolve("data");
      String port = Integer.toString(taken.getLocalPort());
      assertRefused(
          StandalonePlatform.launch(data, NOTHING, "--port", port),
          "Port " + port + " of 127.0.0.1 is taken");
      assertThat(data.resolve("format")).doesNotExist();
    }
  }

  @Test
  void namesTheMetricsOfEveryPartInTheLogOnly() throws IOException {
    StandalonePlatform platform = StandalonePlatform.shared();
    List<MatchResult> parts =
        Pattern.compile(
                "([a-z-]+) listens on \\S+, metrics on http://127\\.0\\.0\\.1:(\\d+)/metrics")
            .matcher(
                Files.readString(platform.data().resolve("logs/touchstone.log"))
                    + Files.readString(platform.data().resolve("judge/judge.log")))
            .results()
            .toList();
    assertThat(parts)
        .extracting(part -> part.group(1))
        .containsExactlyInAnyOrder("user-management", "exercises", "scores", "judge", "gateway");
    for (MatchResult part : parts) {
      HttpProbe admin = HttpProbe.on(Integer.parseInt(part.group(2)));
      assertThat(admin.get("/metrics").text()).contains("jvm_");
    }
    assertThat(platform.running().output()).doesNotContain("metrics");
  }

  @Test
  void refusesAMisspeltSetting() {
    assertRefused(
        StandalonePlatform.launch(
            folder.resolve("data"), Map.of("TOUCHSTONE_LAESE", "3s"), "--port", "0"),
        "TOUCHSTONE_LAESE is set, but is not a known setting");
  }

  @Test
  void refusesAnExpiredToken() {
    Map<String, String> shortLived = Map.of("TOUCHSTONE_ACCESS_TOKEN_LIFETIME", "1s");
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), shortLived)) {
      HttpProbe probe = Learner.register(platform::probe).probe();
      HttpProbe.Answer refusal =
          Await.value(
              "the token to expire",
              () ->
                  Optional.of(probe.get("/api/v1/submissions"))
                      .filter(each -> each.status() != 200));
      assertThat(refusal.status()).isEqualTo(401);
      assertThat(refusal.code()).isEqualTo("token_expired");
    }
  }

  private static void assertRefused(Program program, String line) {
    assertThat(program.exitStatus()).as(program.output()).isEqualTo(2);
    assertThat(program.output()).matches(Pattern.compile("touchstone: .*\\R")).contains(line);
  }
}
