package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the judge decides does not depend on what else the machine does. */
class BusyMachineTest {
  private static final Duration CPU_TIME = Duration.ofSeconds(1);
  private static final Duration LASTS = Duration.ofSeconds(2);

  private static final Sandbox WITH_GROUPS = Sandbox.start(1);
  private static final Sandbox WITHOUT =
      Sandbox.start(1, List.of(Path.of("/usr/bin")), Optional.empty());

  private static BusyMachine load;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    load = new BusyMachine();
  }

  @AfterAll
  static void stop() {
    load.close();
    WITH_GROUPS.close();
    WITHOUT.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProgramMayComputeForNineTenthsOfItsLimit(boolean groups) {
    Execution execution = python(groups, true, "while time.process_time() < 0.9: pass");
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(execution.wallTime()).as("the machine is busy").isGreaterThan(LASTS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void soMayItsThreadsAndProcesses(boolean groups) {
    Execution execution =
        python(
            groups,
            false,
            """
            import threading
            def compute():
                while time.thread_time() < 0.2: pass
            threads = [threading.Thread(target=compute) for i in range(2)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            for i in range(10):
                if os.fork() == 0:
                    while time.process_time() < 0.02: pass
                    os._exit(0)
                os.wait()
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSleeperIsStopped(boolean groups) {
    Execution execution = python(groups, true, "while True: time.sleep(0.1)");
    assertThat(execution.outcome()).isEqualTo(Outcome.WALL_LIMIT);
    assertThat(execution.wallTime()).isLessThan(LASTS.multipliedBy(RunClock.SLOWEST));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tooMuchMemoryIsNotTooMuchTime(boolean groups) {
    Execution execution =
        python(
            groups,
            true,
            """
            while time.process_time() < 0.7: pass
            all = []
            while True: all.append(bytearray(1 << 20))
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.MEMORY_LIMIT);
  }

  private Execution python(boolean groups, boolean pinned, String source) {
    return (groups ? WITH_GROUPS : WITHOUT)
        .run(
            new Command(
                List.of("/usr/bin/python3", "-c", "import os, time\n" + source),
                Map.of("PATH", "/usr/bin:/bin"),
                Map.of(),
                true,
                Path.of("/dev/null"),
                folder.resolve("out"),
                folder.resolve("err"),
                new RunLimits(CPU_TIME, LASTS, 32L << 20, 16, 1 << 20, 8 << 20),
                pinned,
                false,
                Command.Next.UNKNOWN));
  }
}
