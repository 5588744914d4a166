package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.sandbox.OrdinaryUser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a hostile program may harm the machine, the operator must have agreed. */
class WeakSandboxTest {
  @TempDir Path folder;

  @Test
  void refusesToJudgeWithoutControlGroupsUnlessToldTo() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    List<String> said = new OrdinaryUser(62025, folder).run(WeakSandboxMain.class, List.of());
    assertThat(said)
        .contains("true: started")
        .anyMatch(line ->
            line.startsWith("false: Submissions may harm this machine.")
                && line.contains("limits of a box as a whole")
                && line.contains("--accept-weak-sandbox"));
  }
}
