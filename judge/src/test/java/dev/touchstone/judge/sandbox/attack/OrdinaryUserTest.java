package dev.touchstone.judge.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.sandbox.OrdinaryUser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A judge that is not root and has no control group: what it still confines, and what it does not.
 */
class OrdinaryUserTest {
  private static final int USER = 62017;

  @TempDir Path folder;

  @Test
  void holdsWhatNeedsNoControlGroupsAndTellsWhatIsWeaker() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    List<String> said =
        new OrdinaryUser(USER, folder).run(AttackMain.class, AttackMain.OF_ORDINARY_USERS);
    assertThat(said)
        .contains("done")
        .anyMatch(text -> text.startsWith("missing limits of a box as a whole: weaker"))
        .anyMatch(text -> text.startsWith("missing a separate user for each box: weaker"))
        .noneMatch(text -> text.startsWith("SUCCEEDED"));
    assertThat(said.stream().filter(text -> text.startsWith("failed as it should")))
        .hasSizeGreaterThan(83);
  }
}
