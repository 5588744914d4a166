package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong once, as when the machine is short of something, spoils no later run. */
class BoxRecoveryTest {
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(20), 128L << 20, 32, 1 << 20, 8 << 20);

  @TempDir Path folder;

  @Test
  void aBoxWorksAgainAfterWhatARunNeedsWasMissing() throws Exception {
    assumeTrue(Identity.possible(), "only root's boxes are prepared for the next run");
    try (Sandbox sandbox = Sandbox.start(1)) {
      Command command = Commands.of(List.of("/bin/sh", "-c", "echo fine"), folder, LIMITS);
      sandbox.run(command);
      Path filter = sandbox.sharedFolder().resolve("filter");
      Path moved = Files.move(filter, filter.resolveSibling("moved"));
      // One may have been started ahead.
      assertThatThrownBy(
              () -> {
                sandbox.run(command);
                sandbox.run(command);
              })
          .isInstanceOf(SandboxException.class);
      assertThatThrownBy(() -> sandbox.run(command)).isInstanceOf(SandboxException.class);
      Files.move(moved, filter);
      for (int i = 0; i < 3; i++) {
        assertThat(sandbox.run(command).exitCode()).isZero();
        assertThat(folder.resolve("out")).hasContent("fine");
      }
    }
  }
}
