package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guess a number: programs and validators that talk to each other, and those that do not. */
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
        .limits("time_limit: 0.2, memory: 128, output: 1, validation_time: 3")
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
  void anAcceptedProgramMustStillEndWell() throws Exception {
    assertThat(judge("raise SystemExit(42)\n", "import time\ntime.sleep(0.5)\nexit(1)"))
        .isEqualTo(Verdict.RTE);
  }
}
