package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of the judge below {@code up}. */
class JudgeLossTest {
  private static final Map<String, String> SHORT_LEASES = Map.of("TOUCHSTONE_LEASE", "3s");

  /** Still runs when the judge is killed. */
  private static final String SLOW =
      "import time\nname = input()\ntime.sleep(0.7)\nprint(f'Hello, {name}!')";

  @TempDir private Path folder;

  @Test
  void goesOnWithTheJudgeStartedAgain() {
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), SHORT_LEASES)) {
      Learner learner = Learner.register(platform::probe);
      long submission = learner.submit(learner.exercise(), "python3", SLOW);
      String address = "/api/v1/submissions/" + submission;
      Await.until(
          "the judging to begin",
          () -> learner.get(address).path("status").asString().equals("judging"));
      ProcessHandle before = platform.judge();
      assertThat(before.destroyForcibly()).isTrue();
      platform.running().await(Pattern.compile("The judge ended unexpectedly .status 137."));
      assertThat(learner.judged(submission).path("verdict").asString()).isEqualTo("AC");
      assertThat(platform.judge().pid()).isNotEqualTo(before.pid());
      assertThat(platform.probe().get("/ready").status()).isEqualTo(200);
      assertThat(platform.running().output()).doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void aJudgeThatNeverStartsEndsTheStart() {
    Program.Options options = new Program.Options(List.of("-Xmz1g"), List.of("-XX:+UseSerialGC"));
    Path data = Prepared.copyTo(folder.resolve("data"));
    Program program = StandalonePlatform.launch(options, data, Map.of(), "--port", "0");
    assertThat(program.exitStatus()).isEqualTo(2);
    assertThat(program.output())
        .contains("Unrecognized option: -Xmz1g", "touchstone: The judge did not start (status 1)");
  }
}
