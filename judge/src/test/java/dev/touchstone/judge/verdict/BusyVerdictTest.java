package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.BusyMachine;
import dev.touchstone.judgeprotocol.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on a machine with five times as many busy programs as processors. */
class BusyVerdictTest {
  private static final RealJudge JUDGE = new RealJudge();
  private static BusyMachine load;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    load = new BusyMachine();
  }

  @AfterAll
  static void stop() {
    load.close();
    JUDGE.close();
  }

  @Test
  void aValidatorMayUseItsTime() throws Exception {
    var problem =
        PackageBuilder.empty(folder)
            .limits("time_limit: 1, memory: 128, validation_time: 1")
            .test("secret/1", "1", "1")
            .validator("import time\nwhile time.process_time() < 0.9: pass\nexit(42)\n")
            .open();
    assertThat(JUDGE.python(problem, "print(1)").verdict()).isEqualTo(Verdict.AC);
  }

  /** Each waits for the other, for the judge in between, and for a processor. */
  @Test
  void aLongConversationIsNotASleep() throws Exception {
    var problem =
        PackageBuilder.empty(folder)
            .more("type: interactive\n")
            .limits("time_limit: 2, memory: 128, output: 1, validation_time: 2")
            .test("secret/1", "", "1")
            .validator(
                """
                for turn in range(2000):
                    print(turn, flush=True)
                    if int(input()) != turn: exit(43)
                print(-1, flush=True)
                exit(42)
                """)
            .open();
    String echo =
        """
        turn = int(input())
        while turn >= 0:
            print(turn, flush=True)
            turn = int(input())
        """;
    assertThat(JUDGE.python(problem, echo).verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "input()\nimport time\ntime.sleep(60)").verdict())
        .isEqualTo(Verdict.TLE);
  }
}
