package dev.touchstone.judge.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.UnifiedHierarchy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attacks of {@link AttackTest} and {@link OrdinaryUserTest} with control groups of version 2.
 * An emulated machine needs most of an hour for them, so that only {@code ./touchstone test
 * attacks} runs this.
 */
class UnifiedHierarchyAttacks {
  /** Of an emulated processor; limits are that much longer. */
  private static final int SLOWNESS = 20;

  @TempDir static Path folder;

  private static List<String> said = List.of();

  @BeforeAll
  static void attack() throws Exception {
    said =
        new UnifiedHierarchy(folder)
            .options(List.of("-Dtouchstone.attacks.slowness=" + SLOWNESS))
            .patience(Duration.ofHours(3))
            .run(AttackMain.class, List.of("."), AttackMain.OF_ORDINARY_USERS)
            .lines()
            .map(String::strip)
            .toList();
    assertThat(said).contains("end of script");
  }

  @Test
  void failForRoot() {
    assertThat(said)
        .contains("root: done")
        .noneMatch(line -> line.startsWith("root: SUCCEEDED"))
        .noneMatch(line -> line.startsWith("root: missing"));
    assertThat(failed("root")).hasSizeGreaterThanOrEqualTo(Attack.all().size() - 5);
  }

  @Test
  void failForAnOrdinaryUser() {
    assertThat(said)
        .contains("user: done")
        .anyMatch(line -> line.startsWith("user: missing a separate user for each box: weaker"))
        .noneMatch(line -> line.startsWith("user: missing limits of a box as a whole"))
        .noneMatch(line -> line.startsWith("user: SUCCEEDED"));
    assertThat(failed("user")).hasSizeGreaterThan(83);
  }

  private static List<String> failed(String user) {
    return said.stream().filter(line -> line.startsWith(user + ": failed as it should: ")).toList();
  }
}
