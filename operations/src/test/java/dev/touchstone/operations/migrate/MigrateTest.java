package dev.touchstone.operations.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers and services that write all the time are moved, moved back, and moved for good. */
class MigrateTest {
  @Test
  void nobodyNoticesAndNothingIsLost(@TempDir Path folder) throws Exception {
    try (RunningInstallation running = RunningInstallation.start(folder, false)) {
      assertThat(running.migrate("plan").out()).contains("wal_level logical");
      running.migrate("start");
      assertThat(running.migrate("status").out()).contains("the target follows");
      assertThat(running.migrate("verify").out()).contains("All tables are equal");
      running.migrate("cutover");
      running.requireNobodyNoticed();
      assertThat(running.migrate("status").out()).contains("the source follows");
      running.migrate("verify");
      running.migrate("rollback");
      assertThat(running.migrate("status").out()).contains("the target follows");
      running.migrate("cutover");
      running.requireNobodyNoticed();
      running.migrate("verify");
      running.migrate("finish");
      running.requireAllRows(true);
      requireNothingLeft(running.servers());
    }
  }

  private static void requireNothingLeft(Servers servers) throws Exception {
    String left =
        """
        SELECT (SELECT count(*) FROM pg_replication_slots) + (SELECT count(*) FROM pg_subscription)
          + (SELECT count(*) FROM pg_publication)
          + (SELECT count(*) FROM pg_roles WHERE rolname LIKE 'touchstone_migration%')
        """;
    assertThat(servers.ofSource("scores", left)).isEqualTo("0");
    assertThat(servers.ofTarget("scores", left)).isEqualTo("0");
  }
}
