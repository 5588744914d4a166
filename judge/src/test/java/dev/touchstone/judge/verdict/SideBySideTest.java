package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs whose tests run beside each other. */
class SideBySideTest {
  private static final String SLEEP =
      "import time\nseconds = float(input())\ntime.sleep(seconds)\nprint(seconds)";

  private static RealJudge judge;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    assumeTrue(Judge.SPARE > 0, "needs two processors");
    judge = new RealJudge();
  }

  @AfterAll
  static void stop() {
    if (judge != null) {
      judge.close();
    }
  }

  @Test
  void fourTestsThatSleepTakeTheTimeOfTwo() throws Exception {
    ProblemPackage problem =
        PackageBuilder.empty(folder)
            .limits("time_limit: 20")
            .test("secret/1", "2.0", "2.0")
            .test("secret/2", "2.5", "2.5")
            .test("secret/3", "2.0", "2.0")
            .test("secret/4", "2.5", "2.5")
            .open();
    long start = System.nanoTime();
    Judgement judgement = judge.python(problem, SLEEP);
    assertThat(judgement.verdict()).isEqualTo(Verdict.AC);
    long elapsedMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
    List<Long> times = judgement.tests().stream().map(SideBySideTest::wallMs).toList();
    assertThat(elapsedMs).isLessThan(times.stream().mapToLong(Long::longValue).sum());
    assertThat(judgement.tests()).extracting(TestResult::index).isEqualTo(List.of(1, 2, 3, 4));
    assertThat(times).allMatch(time -> time >= 2000);
  }

  @Test
  void aFailureEndsWhatRunsBesideIt() throws Exception {
    ProblemPackage problem =
        PackageBuilder.empty(folder)
            .limits("time_limit: 60")
            .test("secret/1", "1.0", "2.0")
            .test("secret/2", "100", "100")
            .test("secret/3", "100", "100")
            .open();
    long start = System.nanoTime();
    Judgement judgement = judge.python(problem, SLEEP);
    assertThat(judgement.verdict()).isEqualTo(Verdict.WA);
    assertThat(judgement.tests()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
  }

  private static long wallMs(TestResult test) {
    return Objects.requireNonNull(test.wallMs());
  }
}
