package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.compile.BuildBox.Built;
import dev.touchstone.judge.compile.BuildBox.Recipe;
import dev.touchstone.judge.sandbox.BusyMachine;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusyCompilerTest {
  private static final Limits ONE_SECOND =
      new Limits(
          Duration.ofSeconds(1),
          64,
          1,
          64,
          Duration.ofSeconds(1),
          64,
          Duration.ofSeconds(1),
          64,
          1,
          1);

  @Test
  void aCompilerMayUseItsTimeHoweverBusyTheMachineIs() throws Exception {
    String compute = "import time\nwhile time.process_time() < 0.9: pass";
    Recipe recipe =
        new Recipe(List.of("python3", "-c", compute), Map.of("PATH", "/usr/bin:/bin"), Map.of());
    try (Sandbox sandbox = Sandbox.start(1);
        BusyMachine _ = new BusyMachine()) {
      long start = System.nanoTime();
      Built built = new BuildBox(sandbox).build(List.of(), recipe, ONE_SECOND);
      assertThat(built.said()).isEmpty();
      assertThat(built.folder()).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }
  }
}
