package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL and Ctrl-C of {@code up}, while submissions are queued and running. */
class KillTest {
  /** On a busy machine a lease may end while its judge is at work, so there are more tries. */
  private static final Map<String, String> SHORT_LEASES =
      Map.of("TOUCHSTONE_LEASE", "3s", "TOUCHSTONE_TRIES", "20");

  @TempDir private Path folder;

  @Test
  void everySubmissionEndsWithItsVerdictExactlyOnceAfterASigkill() {
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), SHORT_LEASES)) {
      Deadline deadline = Deadline.rush(platform::probe);
      for (int kill = 0; kill < 2; kill++) {
        deadline.awaitJudging();
        Map<Long, String> judged = deadline.judgedAt();
        platform.running().kill();
        platform.start();
        deadline.submitAllAgain();
        assertThat(deadline.judgedAt()).containsAllEntriesOf(judged);
      }
      deadline.requireEveryVerdictOnce();
      deadline.requireAgreement(() -> platform.database("scores"));
    }
  }

  @Test
  void whatIsBeingJudgedGoesBackToTheQueueOnCtrlC() {
    // Leases too long to wait for: what is judged after the start was returned to the queue.
    Map<String, String> longLeases = Map.of("TOUCHSTONE_LEASE", "10m");
    try (StandalonePlatform platform =
        StandalonePlatform.startPrepared(folder.resolve("data"), longLeases)) {
      Deadline deadline = Deadline.rush(platform::probe);
      deadline.awaitJudging();
      ProcessHandle judge = platform.judge();
      assertThat(platform.running().interrupt()).isEqualTo(130);
      assertThat(judge.isAlive()).isFalse();
      assertThat(platform.running().output()).contains("Stopped.").doesNotContain("unexpectedly");
      platform.start();
      deadline.requireEveryVerdictOnce();
      deadline.requireAgreement(() -> platform.database("scores"));
    }
  }
}
