package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Guess a number: programs and validators that talk to each other, and those that do not. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InteractionTest {
  private static final RealJudge JUDGE = new RealJudge();

  /** Answers higher or lower, at most ten times. */
  private static final String HONEST =
      """
      import sys
      secret = int(open(sys.argv[2]).read())
      for turn in range(10):
          line = sys.stdin.readline()
          if not line.strip().isdigit(): sys.exit(43)
          guess = int(line)
          if guess == secret: sys.exit(42)
          print('lower' if guess > secret else 'higher', flush=True)
      sys.exit(43)
      """;

  private static final String BISECT =
      """
      low, high = 1, 1000
      while True:
          guess = (low + high) // 2
          print(guess, flush=True)
          try: word = input()
          except EOFError: break
          if word == 'lower': high = guess - 1
          else: low = guess + 1
      """;

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  private ProblemPackage problem(String validator) throws Exception {
    return PackageBuilder.empty(folder)
        .more("type: interactive\n")
        .limits("time_limit: 0.2, memory: 128, output: 1, validation_time: 1")
        .test("secret/1", "", "777")
        .validator(validator)
        .open();
  }

  private Verdict judge(String validator, String program) throws Exception {
    Judgement judgement = JUDGE.python(problem(validator), program);
    assertThat(judgement.tests()).hasSize(1);
    return judgement.verdict();
  }

  @Test
  void acceptsAGoodConversation() throws Exception {
    assertThat(judge(HONEST, BISECT)).isEqualTo(Verdict.AC);
  }

  @Test
  void whatARefusedProgramDoesNextDoesNotCount() throws Exception {
    assertThat(judge(HONEST, "for i in range(99):\n  print(i, flush=True)\n  input()\n"))
        .as("crashes at the end of input")
        .isEqualTo(Verdict.WA);
    assertThat(judge(HONEST, "print('word', flush=True)\nwhile True: pass"))
        .as("never ends")
        .isEqualTo(Verdict.WA);
  }

  @Test
  void aCrashBeforeTheValidatorDecidesIsTheProgramsFault() throws Exception {
    assertThat(judge(HONEST, "exit(5)")).isEqualTo(Verdict.RTE);
    assertThat(judge(HONEST, "print(1, flush=True)\nexit(5)")).isEqualTo(Verdict.RTE);
  }

  @Test
  void leavingEarlyIsWrong() throws Exception {
    assertThat(judge(HONEST, "print(1, flush=True)")).isEqualTo(Verdict.WA);
  }

  @Test
  void twoThatWaitForEachOtherAreStoppedAtTheProgramsCost() throws Exception {
    assertThat(judge(HONEST, "input()")).isEqualTo(Verdict.TLE);
  }

  @Test
  void aValidatorThatFailsOrHangsIsTheJudgesFault() throws Exception {
    assertThat(judge("raise SystemExit(1)\n", BISECT)).isEqualTo(Verdict.JE);
    assertThat(judge("while True: pass\n", "input()")).isEqualTo(Verdict.JE);
    assertThat(judge("import time\ntime.sleep(100)\n", "input()")).isEqualTo(Verdict.JE);
  }

  @Test
  void talkingWithoutEndIsTooMuchOutput() throws Exception {
    assertThat(
            judge(
                "import sys\nwhile sys.stdin.read(65536): pass\nsys.exit(43)\n",
                "while True: print('x' * 65536)"))
        .isEqualTo(Verdict.OLE);
  }

  @Test
  void whoClosesItsPipesIsNotWaitedFor() throws Exception {
    String close = "import os, time\nos.close(0)\nos.close(1)\n";
    assertThat(judge(HONEST, close)).isEqualTo(Verdict.WA);
    assertThat(judge(HONEST, close + "time.sleep(100)")).isEqualTo(Verdict.TLE);
    assertThat(judge(close + "os._exit(42)", "print(1)")).isEqualTo(Verdict.AC);
  }

  @Test
  void whoNeverReadsDoesNotStopAWriterOfMoreThanAPipeHolds() throws Exception {
    String flood = "print('x' * 800_000, flush=True)\n";
    assertThat(judge(flood + "raise SystemExit(42)\n", "pass")).isEqualTo(Verdict.AC);
    assertThat(judge(flood + "raise SystemExit(43)\n", "pass")).isEqualTo(Verdict.WA);
    assertThat(judge("raise SystemExit(42)\n", flood)).isEqualTo(Verdict.AC);
    assertThat(judge("raise SystemExit(43)\n", flood)).isEqualTo(Verdict.WA);
  }

  @Test
  void twoThatFillTheirPipesBeforeTheyReadAreStoppedAtTheProgramsCost() throws Exception {
    String flood = "import sys\nprint('x' * 800_000, flush=True)\nsys.stdin.read()\n";
    assertThat(judge(flood + "sys.exit(43)", flood)).isEqualTo(Verdict.TLE);
    assertThat(judge("import time\ntime.sleep(100)", flood)).isEqualTo(Verdict.JE);
  }

  @Test
  void oneThatCanNotBeStartedDoesNotKeepTheOtherWaiting() throws Exception {
    SandboxException broken = new SandboxException("no box");
    try (Interaction interaction = new Interaction(folder)) {
      assertThatThrownBy(() ->
              interaction.run(
                  (in, out, with) -> {
                    throw broken;
                  },
                  (in, out, ended, patience, with) -> {
                    open(in, out);
                    throw broken;
                  },
                  Duration.ZERO,
                  9))
          .isSameAs(broken);
    }
    try (Interaction interaction = new Interaction(folder)) {
      assertThatThrownBy(() ->
              interaction.run(
                  (in, out, with) -> {
                    open(in, out);
                    throw new SandboxException("not reached");
                  },
                  (in, out, ended, patience, with) -> {
                    throw broken;
                  },
                  Duration.ZERO,
                  9))
          .isSameAs(broken);
    }
  }

  /** Does to its pipes what a box does. */
  private static void open(Path in, Path out) throws IOException {
    try (var input = Files.newInputStream(in);
        var output = Files.newOutputStream(out, StandardOpenOption.WRITE)) {
      output.write(input.readAllBytes());
    }
  }

  /** The end of input is often how a program learns that there are no more questions. */
  @Test
  void aProgramReadsTheEndWhenTheValidatorClosesItsOutput() throws Exception {
    String closing =
        """
        import os, sys
        print('1 2 3', flush=True)
        os.close(1)
        sys.exit(42 if sys.stdin.readline().strip() == '6' else 43)
        """;
    assertThat(judge(closing, "import sys\nprint(sum(map(int, sys.stdin.read().split())))"))
        .isEqualTo(Verdict.AC);
    assertThat(judge(closing, "import sys\nprint(len(sys.stdin.read().split()))"))
        .isEqualTo(Verdict.WA);
  }

  /** A validator that has closed its output has not decided. */
  @Test
  void whatAProgramDoesAfterTheValidatorClosedItsOutputCounts() throws Exception {
    String closing = "import os, sys\nos.close(1)\nsys.exit(42 if sys.stdin.readline() else 43)\n";
    assertThat(judge(closing, "input()")).isEqualTo(Verdict.RTE);
    assertThat(judge(closing, "import sys\nsys.stdin.read()\nwhile True: pass"))
        .isEqualTo(Verdict.TLE);
  }

  @Test
  void anAcceptedProgramMustStillEndWell() throws Exception {
    assertThat(judge("raise SystemExit(42)\n", "import time\ntime.sleep(0.5)\nexit(1)"))
        .isEqualTo(Verdict.RTE);
  }
}
