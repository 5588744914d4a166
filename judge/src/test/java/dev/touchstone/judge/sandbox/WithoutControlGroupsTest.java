package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the judge adds up itself, for root in a container and for an ordinary user. */
class WithoutControlGroupsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Of tests that are not about it: a slow machine takes a second to fill the memory. */
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private static final Sandbox SANDBOX =
      Sandbox.start(1, List.of(Path.of("/usr/bin")), Optional.empty());

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void stopsAProgramThatTakesTooMuchMemory() {
    Execution execution = python("all = []\nwhile True: all.append(bytearray(1 << 20))");
    assertThat(execution.outcome()).isEqualTo(Outcome.MEMORY_LIMIT);
    assertThat(execution.memoryBytes()).isBetween(128L << 20, 512L << 20);
  }

  @Test
  void addsUpTheMemoryOfAllProcesses() {
    Execution execution =
        python(
            """
            for i in range(3): os.fork()
            all = bytearray(30 << 20)
            time.sleep(9)
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.MEMORY_LIMIT);
  }

  @Test
  void countsPagesOnceThatProcessesShare() {
    Execution execution =
        python(
            """
            all = bytearray(90 << 20)
            if os.fork() == 0: time.sleep(0.5); os._exit(0)
            if os.fork() == 0: time.sleep(0.5); os._exit(0)
            os.wait(); os.wait()
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.memoryBytes()).isBetween(90L << 20, 128L << 20);
  }

  @Test
  void addsUpTheTimeOfAllProcesses() {
    Execution execution = python("for i in range(3): os.fork()\nwhile True: pass", SECOND);
    assertThat(execution.outcome()).isEqualTo(Outcome.CPU_LIMIT);
    assertThat(execution.cpuTime()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void limitsTheNumberOfProcesses() {
    Execution execution =
        python(
            """
            for i in range(100):
                if os.fork() == 0: time.sleep(9); os._exit(0)
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("err")).content().contains("BlockingIOError");
  }

  @Test
  void stopsAProgramThatTakesNoNoticeOfFullOutput() throws Exception {
    Execution execution =
        python(
            """
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            while True:
                try: os.write(1, b'x' * 65536)
                except OSError: time.sleep(0.01)
            """);
    assertThat(execution.outcome()).isEqualTo(Outcome.OUTPUT_LIMIT);
    assertThat(Files.size(folder.resolve("out"))).isEqualTo((1 << 20) + 1);
  }

  private Execution python(String source) {
    return python(source, ENOUGH);
  }

  private Execution python(String source, Duration cpuTime) {
    return SANDBOX.run(
        Commands.of(
            List.of("/usr/bin/python3", "-c", "import os, time\n" + source),
            folder,
            new RunLimits(cpuTime, Duration.ofSeconds(20), 128L << 20, 16, 1 << 20, 8 << 20)));
  }
}
