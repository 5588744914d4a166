package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The borders between verdicts, each with a program that is judged for real. */
class VerdictTest {
  private static final RealJudge JUDGE = new RealJudge();

  @TempDir Path folder;
  private ProblemPackage problem;

  @BeforeEach
  void makePackage() throws Exception {
    problem =
        PackageBuilder.in(folder)
            .limits("time_limit: 0.5, memory: 32, output: 1, validation_time: 1")
            .open();
  }

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  @Test
  void acceptsWhatIsRight() {
    Judgement judgement = JUDGE.python(problem, "print(int(input()) + 1)");
    assertThat(judgement.verdict()).isEqualTo(Verdict.AC);
    assertThat(judgement.points()).isEqualTo(judgement.maxPoints()).isEqualTo(1);
    assertThat(judgement.tests())
        .extracting(TestResult::name)
        .containsExactly("sample/1", "secret/1");
    assertThat(judgement.tests()).extracting(TestResult::exitCode).containsOnly(0);
    assertThat(judgement.cpuMs()).isPositive();
    assertThat(judgement.memoryKib()).isPositive();
  }

  @Test
  void refusesWhatIsWrong() {
    assertThat(JUDGE.python(problem, "print(int(input()))").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "input()").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void callsABrokenSourceACompileError() {
    Judgement judgement = JUDGE.c(problem, "int main( {");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CE);
    assertThat(judgement.compileOutput()).contains("main.c");
    assertThat(judgement.tests()).isEmpty();
  }

  @Test
  void callsTooLargeASourceACompileError() throws Exception {
    ProblemPackage small =
        PackageBuilder.in(folder.resolve("small")).limits("code: 1, time_limit: 1").open();
    assertThat(JUDGE.python(small, "#" + "x".repeat(1100)).compileOutput()).contains("1 KiB");
  }

  @Test
  void callsAProgramOfTooManyFilesACompileError() {
    StringBuilder source = new StringBuilder("class Main {public static void main(String[] a) {}}");
    for (int i = 0; i < 2100; i++) {
      source.append("\nclass C").append(i).append(" {}");
    }
    Judgement judgement =
        JUDGE.judge(problem, "java", "Main.java", source.toString(), Scope.DECIDING);
    assertThat(judgement.verdict()).as(judgement.message()).isEqualTo(Verdict.CE);
    assertThat(judgement.compileOutput()).contains("more than 2000 files");
  }

  @Test
  void tooSlowWinsOverWrong() {
    Judgement judgement =
        JUDGE.c(problem, "#include <stdio.h>\nint main() {puts(\"7\"); for(;;);}");
    assertThat(judgement.verdict()).isEqualTo(Verdict.TLE);
  }

  @Test
  void sleepingCountsAsTooSlow() {
    Judgement judgement =
        JUDGE.python(problem, "import time\nprint(int(input()) + 1, flush=True)\ntime.sleep(60)");
    assertThat(judgement.verdict()).isEqualTo(Verdict.TLE);
    assertThat(judgement.cpuMs()).isLessThan(judgement.wallMs());
  }

  @Test
  void theRightAnswerDoesNotSaveACrash() {
    Judgement crash =
        JUDGE.c(
            problem,
            """
            #include <stdio.h>
            #include <stdlib.h>
            int main() {int n; scanf("%d", &n); printf("%d\\n", n + 1); fflush(stdout); abort();}
            """);
    assertThat(crash.verdict()).isEqualTo(Verdict.RTE);
    assertThat(crash.tests().getFirst().signal()).isEqualTo(6);
    assertThat(crash.tests().getFirst().exitCode()).isNull();
    Judgement exit = JUDGE.python(problem, "print(int(input()) + 1)\nexit(3)");
    assertThat(exit.verdict()).isEqualTo(Verdict.RTE);
    assertThat(exit.tests().getFirst().exitCode()).isEqualTo(3);
  }

  @Test
  void tooMuchOutputWinsOverARightBeginningAndOverACrash() {
    String flood = "\nimport sys\nwhile True: sys.stdout.write(' ' * 65536)";
    assertThat(JUDGE.python(problem, "print(int(input()) + 1)" + flood).verdict())
        .isEqualTo(Verdict.OLE);
    assertThat(
            JUDGE
                .python(problem, "print(int(input()) + 1)\nprint(' ' * (2 << 20))\nexit(1)")
                .verdict())
        .isEqualTo(Verdict.OLE);
  }

  @Test
  void tooMuchMemoryWinsOverTheCrashThatItCauses() throws Exception {
    ProblemPackage patient =
        PackageBuilder.in(folder.resolve("patient")).limits("time_limit: 5, memory: 32").open();
    Judgement judgement =
        JUDGE.c(
            patient,
            """
            #include <stdlib.h>
            #include <string.h>
            int main() {for (;;) {char *p = malloc(1 << 20); memset(p, 1, 1 << 20);}}
            """);
    assertThat(judgement.verdict()).isEqualTo(Verdict.MLE);
  }

  @Test
  void whatIsWrittenBeforeOutputIsClosedCounts() {
    String close = "\nimport os, sys\nsys.stdout.flush()\nos.close(1)\nos._exit(0)";
    assertThat(JUDGE.python(problem, "print(int(input()) + 1)" + close).verdict())
        .isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "import os\nos.close(1)\nos._exit(0)").verdict())
        .isEqualTo(Verdict.WA);
  }

  @Test
  void anAnswerWithoutReadingIsJudgedLikeAnyOther() throws Exception {
    ProblemPackage large =
        PackageBuilder.in(folder.resolve("large"))
            .test("sample/1", "1 ".repeat(500_000), "42")
            .open();
    assertThat(JUDGE.python(large, "print(42)").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void aTestFileThatIsGoneIsTheJudgesFault() throws Exception {
    Files.delete(folder.resolve("data/secret/1.ans"));
    Judgement judgement = JUDGE.python(problem, "print(int(input()) + 1)");
    assertThat(judgement.verdict()).isEqualTo(Verdict.JE);
    assertThat(judgement.points()).isZero();
    assertThat(judgement.tests())
        .extracting(TestResult::verdict)
        .containsExactly(Verdict.AC, Verdict.JE);
    assertThat(judgement.message()).contains("1.ans");
  }

  @Test
  void twoJudgingsAgree() throws Exception {
    ProblemPackage many =
        PackageBuilder.in(folder.resolve("many"))
            .test("secret/2", "5", "6")
            .test("secret/3", "7", "0")
            .open();
    String source = "n = int(input())\nprint(n + 1)";
    Judgement one = JUDGE.python(many, source);
    Judgement other = JUDGE.python(many, source);
    assertThat(one.verdict()).isEqualTo(other.verdict()).isEqualTo(Verdict.WA);
    assertThat(one.tests())
        .extracting(TestResult::verdict)
        .isEqualTo(other.tests().stream().map(TestResult::verdict).toList());
    assertThat(one.points()).isEqualTo(other.points());
  }

  @Test
  void stopsAtTheFirstSecretFailureUnlessAskedForAll() throws Exception {
    ProblemPackage many =
        PackageBuilder.in(folder.resolve("many"))
            .test("sample/1", "1", "-")
            .test("sample/2", "1", "2")
            .test("secret/1", "1", "-")
            .test("secret/2", "1", "2")
            .open();
    String source = "print(int(input()) + 1)";
    assertThat(JUDGE.python(many, source).tests())
        .extracting(TestResult::name)
        .containsExactly("sample/1", "sample/2", "secret/1");
    assertThat(JUDGE.judge(many, "python3", "main.py", source, Scope.EVERYTHING).tests())
        .hasSize(4);
    assertThat(JUDGE.judge(many, "python3", "main.py", source, Scope.SAMPLES).tests()).hasSize(2);
  }

  @Test
  void givesArgumentsFilesAndIncludedSources() throws Exception {
    ProblemPackage special =
        PackageBuilder.empty(folder.resolve("special"))
            .more("allow_file_writing: true\nconstants: {word: next}\n")
            .test("secret/1", "1", "a b data next")
            .file("data/secret/1.yaml", "args: [a, b]\n")
            .file("data/secret/1.files/given.txt", "data")
            .file("include/python3/helper.py", "WORD = '{{word}}'")
            .open();
    Judgement judgement =
        JUDGE.python(
            special,
            """
            import sys, helper
            open('note.txt', 'w').write('written')
            print(*sys.argv[1:], open('given.txt').read(), helper.WORD)
            """);
    assertThat(judgement.verdict()).as(judgement.judgeMessages().toString()).isEqualTo(Verdict.AC);
  }
}
