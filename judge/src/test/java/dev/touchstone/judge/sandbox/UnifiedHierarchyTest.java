package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.platform.files.Deletion;
import dev.touchstone.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/**
 * Control groups of version 2 hold what they promise, for root and for an ordinary user to whom a
 * part of the tree is delegated: by its own systemd, or as systemd does where there is none. Most
 * machines that run tests have version 1 or give nobody a part of version 2, so this boots a
 * machine of its own.
 */
class UnifiedHierarchyTest {
  @TempDir static Path folder;

  private static String console = "";

  @BeforeAll
  static void boot() throws Exception {
    console =
        new UnifiedHierarchy(folder)
            .run(
                UnifiedHierarchyProbe.class,
                List.of(),
                List.of(),
                List.of(
                    Sandbox.class,
                    UnifiedHierarchyProbe.class,
                    Deletion.class,
                    Await.class,
                    Logger.class));
    assertThat(console).contains("end of script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "user"})
  void holdsItsLimitsByControlGroupsOfVersion2(String user) {
    assertThat(console).doesNotContain(user + ": WRONG");
    List<String> fine = console.lines().filter(line -> line.startsWith(user + ": ok: ")).toList();
    assertThat(fine).as(console).hasSize(19);
  }

  /** A user's own systemd runs there for real; the script that starts the judge asks it. */
  @Test
  void takesAControlGroupFromSystemdsUserManager() {
    assumeTrue(Files.isExecutable(UnifiedHierarchy.SYSTEMD), "systemd is not installed");
    assertThat(console).containsPattern("user: in /sys/fs/cgroup/.*/user@62002.service/app.slice/");
  }
}
