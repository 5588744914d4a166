package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageImport;
import dev.touchstone.problempackage.reading.PackageReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of the DMOJ judge whose checkers decide as they do there. */
class DmojJudgingTest {
  private static final RealJudge JUDGE = new RealJudge();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  private ProblemPackage open(String checker, String answer) throws Exception {
    Path root = Files.createDirectories(folder.resolve("lines"));
    Files.writeString(root.resolve("1.in"), "1\n");
    Files.writeString(root.resolve("1.out"), answer);
    Files.writeString(
        root.resolve("init.yml"),
        "test_cases: [{in: 1.in, out: 1.out, points: 10}]\nchecker: " + checker + "\n");
    return PackageReader.open(
        PackageImport.prepare(root, Files.createTempDirectory(folder, "work")).folder());
  }

  @Test
  void theStandardCheckerComparesWordsLineByLineWithoutBlankLines() throws Exception {
    ProblemPackage problem = open("standard", "1 2\n\n3\n");
    assertThat(JUDGE.python(problem, "print(' 1  2\\n3')").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print('1 2 3')").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print('1 2')").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void eachRightLineEarnsItsShare() throws Exception {
    ProblemPackage problem = open("linecount", "a\nb\nc\nd\n");
    assertThat(JUDGE.python(problem, "print('a\\nb\\nc\\nd')").points()).isEqualTo(10);
    assertThat(JUDGE.python(problem, "print('a\\nx\\nc\\nd')").points())
        .isCloseTo(7.5, within(1e-6));
    assertThat(JUDGE.python(problem, "print('a\\n\\n b')").points()).isCloseTo(5, within(1e-6));
    assertThat(JUDGE.python(problem, "print('a\\nb\\nc\\nd\\ne')").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print('a\\nb\\nc\\nd\\n ')").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print('x')").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void numbersAreComparedLineByLine() throws Exception {
    ProblemPackage problem = open("floats", "abc 0.5\n\n 1e6 nan\n");
    for (String right : List.of("abc 0.5\\n1e6 nan", "abc  0.500001\\n\\n1000001 nan\\n\\n")) {
      Judgement judgement = JUDGE.python(problem, "print('" + right + "')");
      assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
    }
    for (String wrong :
        List.of(
            "abc 0.5 1e6 nan",
            "abc 0.5\\n1e6",
            "abc 0.5\\n1e6 nan\\nx",
            "abd 0.5\\n1e6 nan",
            "abc 0.5\\n1000002 nan",
            "abc 0x0.8\\n1e6 nan",
            "abc 0.5\\n \\n1e6 nan",
            "abc 0.5")) {
      assertThat(JUDGE.python(problem, "print('" + wrong + "')").verdict())
          .as(wrong)
          .isEqualTo(Verdict.WA);
    }
    ProblemPackage infinite = open("floats", "INF\n");
    assertThat(JUDGE.python(infinite, "print('inf')").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(infinite, "print(5)").verdict()).isEqualTo(Verdict.WA);
    ProblemPackage absolute = open("{name: floatsabs, args: {precision: 2}}", "1000\n");
    assertThat(JUDGE.python(absolute, "print(1000.01)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(absolute, "print(1000.02)").verdict()).isEqualTo(Verdict.WA);
    ProblemPackage relative = open("{name: floatsrel, args: {precision: 2}}", "-0.001\n");
    assertThat(JUDGE.python(relative, "print(-0.00101)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(relative, "print(0.001)").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void theEasyCheckerCountsCharacters() throws Exception {
    ProblemPackage problem = open("easy", "Ab c\n");
    assertThat(JUDGE.python(problem, "print('CB\\na')").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print('ab cc')").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void checkersInPythonAreCalled() throws Exception {
    Files.createDirectories(folder.resolve("lines"));
    Files.writeString(
        folder.resolve("lines/check.py"),
        """
        from dmoj.result import CheckerResult
        from dmoj.utils.unicode import utf8text
        def check(process_output, judge_output, judge_input, point_value, submission_language,
                  problem_id, case_position, word=b"", **kwargs):
            if process_output.split() == judge_output.split():
                return True
            if utf8text(process_output.strip()) == word:
                return CheckerResult(True, point_value / 2, "half")
            return CheckerResult(False, 0)
        """);
    ProblemPackage problem = open("{name: check.py, args: {word: half}}", "42\n");
    Judgement right = JUDGE.python(problem, "print(42)");
    assertThat(right.verdict()).as(right.toString()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print('half')").points()).isCloseTo(5, within(1e-6));
    assertThat(JUDGE.python(problem, "print(41)").verdict()).isEqualTo(Verdict.WA);
  }
}
