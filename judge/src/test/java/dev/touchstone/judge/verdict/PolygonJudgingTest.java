package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageImport;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Polygon packages whose checker and interactor keep to testlib's conventions: arguments, exit
 * codes and the word before points.
 */
class PolygonJudgingTest {
  private static final RealJudge JUDGE = new RealJudge();

  private static final String CHECKER =
      """
      #include "testlib.h"
      #include <fstream>
      #include <iostream>
      #ifdef TESTSYS
      #define BASE 50
      #else
      #define BASE 0
      #endif
      int main(int, char **argv) {
        std::ifstream out(argv[2]), ans(argv[3]);
        long long given, wanted;
        ans >> wanted;
        if (!(out >> given)) { std::cerr << "wrong output format"; return 2; }
        if (given == 7) { std::cerr << "points 3.5 half"; return 7; }
        if (given == 8) { std::cerr << "points 0 nothing"; return 7; }
        if (given == 9) { std::cerr << "note\\npoints 2.5 half"; return 7; }
        if (given == 10) { std::cerr << "partially correct (100)\\nwrong answer"; return 1; }
        if (given == 11) { std::cerr << "note\\npartially correct (50) half"; return BASE + 50; }
        if (given > 1000 && given <= 1100) {
          std::cerr << "partially correct (" << given - 1000 << ") not all";
          return BASE + given - 1000;
        }
        if (given > 2000) return 16 + given - 2000;
        if (given == 13) { std::cerr << "FAIL"; return 3; }
        return given == wanted ? 0 : 1;
      }
      """;

  private static final String INTERACTOR =
      """
      #include "testlib.h"
      #include <fstream>
      #include <iostream>
      int main(int, char **argv) {
        std::ifstream in(argv[1]);
        int n, reply;
        in >> n;
        std::cout << n << std::endl;
        if (!(std::cin >> reply)) return 2;
        std::ofstream(argv[2]) << reply;
        return 0;
      }
      """;

  @TempDir Path folder;
  private Path polygon;

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  @BeforeEach
  void writePackage() throws IOException {
    polygon = folder.resolve("polygon");
    file("tests/01", "41");
    file("tests/01.a", "42");
    file("files/check.cpp", CHECKER);
    file("files/talk.cpp", INTERACTOR);
    file("files/testlib.h", "");
    file("statement-sections/english/legend.tex", "Add one.");
  }

  private void file(String name, String content) throws IOException {
    Path file = polygon.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private ProblemPackage open(String points, String interactor) throws Exception {
    file(
        "problem.xml",
        """
        <problem short-name="next"><names><name language="english" value="Next"/></names>
        <judging><testset name="tests"><time-limit>1000</time-limit>
        <tests><test%s/></tests></testset></judging>
        <assets><checker name="own"><source path="files/check.cpp" type="cpp.g++17"/></checker>%s
        </assets></problem>
        """
            .formatted(points, interactor));
    return PackageReader.open(PackageImport.prepare(polygon, folder).folder());
  }

  @Test
  void checkersDecideByTheirExitCodes() throws Exception {
    ProblemPackage problem = open("", "");
    assertThat(JUDGE.python(problem, "print(int(input()) + 1)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print(0)").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print('word')").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print(13)").verdict()).isEqualTo(Verdict.JE);
  }

  @Test
  void checkersGivePoints() throws Exception {
    ProblemPackage problem = open(" points=\"10\"", "");
    assertThat(JUDGE.python(problem, "print(42)").points()).isEqualTo(10);
    assertThat(JUDGE.python(problem, "print(7)").points()).isEqualTo(3.5);
    assertThat(JUDGE.python(problem, "print(8)").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void checkersGivePartsOfPoints() throws Exception {
    ProblemPackage problem = open(" points=\"10\"", "");
    for (int percent : List.of(1, 7, 50, 99, 100)) {
      Judgement told = JUDGE.python(problem, "print(" + (1000 + percent) + ")");
      assertThat(told.points()).as(told.toString()).isCloseTo(percent / 10.0, within(1e-9));
      assertThat(told.verdict()).isEqualTo(Verdict.AC);
      Judgement coded = JUDGE.python(problem, "print(" + (2000 + percent) + ")");
      assertThat(coded.points()).as(coded.toString()).isCloseTo(percent / 10.0, within(1e-9));
    }
    assertThat(JUDGE.python(problem, "print(2150)").verdict()).isEqualTo(Verdict.JE);
  }

  @Test
  void notesOfACheckerAreNoVerdict() throws Exception {
    ProblemPackage problem = open(" points=\"10\"", "");
    assertThat(JUDGE.python(problem, "print(9)").points()).isEqualTo(2.5);
    assertThat(JUDGE.python(problem, "print(10)").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print(11)").points()).isEqualTo(5);
  }

  @Test
  void aPartIsTooLittleWhereTestsArePassedOrFailed() throws Exception {
    ProblemPackage problem = open("", "");
    assertThat(JUDGE.python(problem, "print(7)").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print(1050)").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print(1100)").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void interactorsTalkAndTheCheckerDecides() throws Exception {
    ProblemPackage problem =
        open("", "<interactor><source path=\"files/talk.cpp\" type=\"cpp.g++17\"/></interactor>");
    assertThat(problem.interactive()).isTrue();
    assertThat(JUDGE.python(problem, "print(int(input()) + 1)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print(int(input()))").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "input()").verdict()).isEqualTo(Verdict.WA);
  }

  private ProblemPackage open(String judging, String test, String files, String checker)
      throws Exception {
    file(
        "problem.xml",
        """
        <problem short-name="next"><names><name language="english" value="Next"/></names>
        <judging%s><testset name="tests"><time-limit>1000</time-limit>
        <tests><test%s/></tests></testset></judging>
        <files><resources>%s</resources></files>
        <assets>%s</assets></problem>
        """
            .formatted(judging, test, files, checker));
    return PackageReader.open(
        PackageImport.prepare(polygon, Files.createTempDirectory(folder, "work")).folder());
  }

  private static String standard(String name) {
    return "<checker name=\"std::" + name + ".cpp\"><source path=\"files/check.cpp\"/></checker>";
  }

  @Test
  void linesAreComparedByTheirWords() throws Exception {
    file("tests/01.a", "1 2\n3\n");
    ProblemPackage problem = open("", "", "", standard("lcmp"));
    for (String right : List.of("1 2\\n3", " 1  2 \\r\\n3  \\n\\n\\n")) {
      Judgement judgement = JUDGE.python(problem, "print('" + right + "')");
      assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
    }
    for (String wrong :
        List.of("1 2 3", "1 2\\n\\n3", "1 2", "1 2\\n3\\n4", "1 2\\n3 3", "1\\n3")) {
      Judgement judgement = JUDGE.python(problem, "print('" + wrong + "')");
      assertThat(judgement.verdict()).as(wrong).isEqualTo(Verdict.WA);
    }
  }

  @Test
  void linesAreComparedAsTheyAre() throws Exception {
    file("tests/01.a", "1 2\n3\n");
    ProblemPackage problem = open("", "", "", standard("fcmp"));
    assertThat(JUDGE.python(problem, "print('1 2\\n3\\n')").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print('1  2\\n3')").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void numbersAreComparedInAnyOrder() throws Exception {
    file("tests/01.a", "3 1\n2 2\n");
    ProblemPackage problem = open("", "", "", standard("uncmp"));
    assertThat(JUDGE.python(problem, "print('2 1 2 3')").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print('2 1 3 3')").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, "print('1 2 3')").verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void pointsMayBePerCentOfTheTest() throws Exception {
    file(
        "files/check.cpp",
        CHECKER
            .replace("points 3.5 half", "points 50 half")
            .replace("points 2.5 half", "points 100"));
    String percent = " treat-points-from-checker-as-percent=\"true\"";
    String own =
        "<checker name=\"own\"><source path=\"files/check.cpp\" type=\"cpp.g++17\"/></checker>";
    ProblemPackage problem = open(percent, " points=\"30\"", "", own);
    assertThat(JUDGE.python(problem, "print(7)").points()).isCloseTo(15, within(1e-9));
    assertThat(JUDGE.python(problem, "print(9)").points()).isEqualTo(30);
    assertThat(JUDGE.python(problem, "print(8)").verdict()).isEqualTo(Verdict.WA);
    ProblemPackage whole = open(percent, "", "", own);
    assertThat(JUDGE.python(whole, "print(7)").verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(whole, "print(9)").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void programsReadAndWriteFiles() throws Exception {
    file("tests/01.a", "42");
    ProblemPackage problem =
        open(" input-file=\"next.inp\" output-file=\"next.out\"", "", "", standard("wcmp"));
    String next = "open('next.out', 'w').write(str(int(open('next.inp').read()) + 1))";
    assertThat(JUDGE.python(problem, "print('noise');" + next).verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print(int(input()) + 1)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, next.replace("+ 1", "+ 2")).verdict()).isEqualTo(Verdict.WA);
    assertThat(JUDGE.python(problem, next + ";exit(3)").verdict()).isEqualTo(Verdict.RTE);
    assertThat(
            JUDGE
                .judge(
                    problem,
                    "cpp",
                    "main.cpp",
                    """
                    #include <cstdio>
                    int main() {
                      freopen("next.inp", "r", stdin);
                      freopen("next.out", "w", stdout);
                      int n;
                      scanf("%d", &n);
                      printf("%d", n + 1);
                    }
                    """,
                    Scope.DECIDING)
                .verdict())
        .isEqualTo(Verdict.AC);
  }

  @Test
  void largeInputsAreFilesToo() throws Exception {
    file("tests/01", "1 ".repeat(10 << 20));
    file("tests/01.a", String.valueOf(10 << 20));
    ProblemPackage problem = open(" input-file=\"next.inp\"", "", "", standard("wcmp"));
    Judgement judgement = JUDGE.python(problem, "print(open('next.inp').read().count('1'))");
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
  }

  @Test
  void gradersHaveTheMainFunction() throws Exception {
    file("files/next.h", "int next_number(int);");
    file(
        "files/grader.cpp",
        "#include <cstdio>\n#include \"next.h\"\nint main(){int n;scanf(\"%d\",&n);printf(\"%d\\n\",next_number(n));}");
    String asset = "<assets><asset name=\"solution\"/></assets></file>";
    ProblemPackage problem =
        open(
            "",
            "",
            "<file for-types=\"cpp.*\" main=\"true\" path=\"files/grader.cpp\">"
                + asset
                + "<file for-types=\"cpp.*\" path=\"files/next.h\">"
                + asset,
            standard("ncmp"));
    String source = "#include \"next.h\"\nint next_number(int n) { return n + 1; }";
    Judgement judgement = JUDGE.judge(problem, "cpp", "a.cpp", source, Scope.DECIDING);
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
  }

  @Test
  void gradersThatAreStartedUseTheSolution() throws Exception {
    file("files/grader.py", "import solution\nprint(solution.next_number(int(input())))\n");
    ProblemPackage problem =
        open(
            "",
            "",
            "<file for-types=\"python.*\" main=\"true\" path=\"files/grader.py\">"
                + "<assets><asset name=\"solution\"/></assets></file>",
            standard("ncmp"));
    // Learners send a file with the name of what would be started.
    Judgement judgement = JUDGE.python(problem, "def next_number(n):\n    return n + 1\n");
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
  }

  @Test
  void checkersMayBeInPython() throws Exception {
    file(
        "files/check.py",
        "import sys\nsys.exit(0 if open(sys.argv[2]).read().split() == open(sys.argv[3]).read().split() else 1)\n");
    checkersDecide("<checker><source path=\"files/check.py\" type=\"python.3\"/></checker>");
  }

  @Test
  void checkersMayBeInKotlin() throws Exception {
    Assumptions.assumeTrue(Languages.detect().find("kotlin").isPresent(), "Kotlin is missing");
    file(
        "files/check.kt",
        """
        import java.io.File
        fun main(args: Array<String>) {
          val found = File(args[1]).readText().trim()
          System.exit(if (found == File(args[2]).readText().trim()) 0 else 1)
        }
        """);
    checkersDecide("<checker><source path=\"files/check.kt\" type=\"kotlin.17\"/></checker>");
  }

  private void checkersDecide(String checker) throws Exception {
    ProblemPackage problem = open("", "", "", checker);
    Judgement right = JUDGE.python(problem, "print(42)");
    assertThat(right.verdict()).as(right.toString()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print(41)").verdict()).isEqualTo(Verdict.WA);
  }
}
