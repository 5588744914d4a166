package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each run has its own namespaces, and can't tell from names how many runs there were. */
class FreshBoxTest {
  @TempDir Path folder;

  @Test
  void sharesNothingWithTheRunBefore() throws Exception {
    try (Sandbox sandbox = Sandbox.start(1)) {
      assertThat(new FreshBoxProbe(sandbox, folder).complaints()).isEmpty();
    }
  }

  @Test
  void sharesNothingWhereAnOrdinaryUserJudges() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    assertThat(new OrdinaryUser(62024, folder).run(FreshBoxProbe.class, List.of()))
        .contains("done")
        .noneMatch(line -> line.startsWith("WRONG"));
  }

  /** What reads hidden tests has boxes of its own, which differ by their user where root judges. */
  @Test
  void runsHiddenTestsAndOwnInputInDifferentBoxes() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "boxes of an ordinary user have that user");
    try (Sandbox sandbox = Sandbox.start(1)) {
      FreshBoxProbe probe = new FreshBoxProbe(sandbox, folder);
      List<String> tests = probe.run(true, "test", "id -u");
      List<String> own = probe.run(false, "own", "id -u");
      assertThat(tests).isNotEqualTo(own);
      assertThat(probe.run(true, "again", "id -u")).isEqualTo(tests);
    }
  }
}
