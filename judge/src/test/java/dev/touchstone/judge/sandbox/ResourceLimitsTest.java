package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceLimitsTest {
  private static final int NICE = 13;
  private static final int REAL_TIME_PRIORITY = 14;

  @TempDir Path folder;

  @Test
  void letsAProgramStandBeforeNothingWhateverItsParentMay() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      int id = (int) process.pid();
      long given = give(id, NICE, 30);
      assumeTrue(given == 0, "only with CAP_SYS_RESOURCE may a process allow another one more");
      give(id, REAL_TIME_PRIORITY, 50);
      ResourceLimits.set(
          id,
          new RunLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 9, 99, 99),
          false);
      List<String> limits = Files.readAllLines(Path.of("/proc", Integer.toString(id), "limits"));
      assertThat(limits)
          .anyMatch(line -> line.matches("Max nice priority +0 +0 *"))
          .anyMatch(line -> line.matches("Max realtime priority +0 +0 *"));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void givesNoImageOfACrashToAHandlerOutsideTheBox() throws IOException {
    assertThat(ResourceLimits.coreBytes(pattern("core.%p\n"))).isZero();
    assertThat(ResourceLimits.coreBytes(pattern("|/usr/share/handler %p\n"))).isOne();
    assertThat(ResourceLimits.coreBytes(pattern("@/run/handler.socket\n"))).isOne();
    assertThat(ResourceLimits.coreBytes(folder.resolve("none"))).isZero();
  }

  /** The kernel's count was up to a sixth too high. */
  @ParameterizedTest
  @ValueSource(longs = {100, 500, 900, 999, 1000, 1900, 2000, 6000, 60_000})
  void letsTheJudgeEndAProgramLongBeforeTheKernelDoes(long millis) {
    Duration kernel = Duration.ofSeconds(ResourceLimits.cpuSeconds(Duration.ofMillis(millis)));
    assertThat(kernel).isGreaterThanOrEqualTo(Duration.ofMillis(millis * 3 / 2));
  }

  private Path pattern(String text) throws IOException {
    return Files.writeString(folder.resolve("pattern"), text);
  }

  private static long give(int process, int resource, long value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(JAVA_LONG, 2);
      limit.setAtIndex(JAVA_LONG, 0, value);
      limit.setAtIndex(JAVA_LONG, 1, value);
      return SystemCall.PRLIMIT64.attempt(process, resource, limit.address(), 0);
    }
  }
}
