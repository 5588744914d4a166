package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageImport;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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
    return PackageReader.open(PackageImport.prepare(polygon, folder));
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
}
