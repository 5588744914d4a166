package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds the judge's own group and moves its processes; {@link UnifiedHierarchyTest} uses them. */
class ControlGroupsV2Test {
  @TempDir Path mount;

  @Test
  void aJudgeThatIsStartedAgainUsesTheGroupOfTheFirst() throws Exception {
    Path unit = Files.createDirectories(mount.resolve("system.slice/touchstone.service"));
    Path leaf = Files.createDirectory(unit.resolve("judge"));
    Files.writeString(unit.resolve("cgroup.subtree_control"), "cpu memory pids\n");
    assertThat(ControlGroupsV2.base(mount, unit)).isEqualTo(unit);
    assertThat(ControlGroupsV2.base(mount, leaf)).isEqualTo(unit);
  }

  @Test
  void aGroupOfThatNameThatNoJudgeMadeIsAGroupLikeOthers() throws Exception {
    Path leaf = Files.createDirectories(mount.resolve("unit/judge"));
    assertThat(ControlGroupsV2.base(mount, leaf)).isEqualTo(leaf);
    Files.writeString(mount.resolve("unit/cgroup.subtree_control"), "cpu\n");
    assertThat(ControlGroupsV2.base(mount, leaf)).isEqualTo(leaf);
    assertThat(ControlGroupsV2.base(leaf, leaf)).as("the whole hierarchy").isEqualTo(leaf);
  }

  @Test
  void processesThatAreGoneDoNotMatter() throws Exception {
    Files.writeString(mount.resolve("cgroup.procs"), "1\n2\n");
    Path controllers = Files.createFile(mount.resolve("cgroup.subtree_control"));
    // The group's own file is missing, so that no process can be moved.
    ControlGroupsV2.moveBelow(mount);
    assertThat(controllers).hasContent("+memory +pids +cpu");
  }

  @Test
  void aGroupThatGetsAProcessMeanwhileIsTriedAgain() throws Exception {
    Files.writeString(mount.resolve("cgroup.procs"), "1\n");
    Path moved = Files.createDirectories(mount.resolve("judge")).resolve("cgroup.procs");
    Files.createFile(moved);
    assertThatThrownBy(() -> ControlGroupsV2.moveBelow(mount))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("cgroup.subtree_control");
    assertThat(moved).hasContent("1");
    Path controllers = mount.resolve("cgroup.subtree_control");
    Thread later =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(30);
                Files.createFile(controllers);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    ControlGroupsV2.moveBelow(mount);
    later.join();
    assertThat(controllers).hasContent("+memory +pids +cpu");
  }
}
