package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.problempackage.DataFiles;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What packages of Polygon say, feature by feature. */
class PolygonImportTest {
  @TempDir Path folder;
  private Tree polygon;
  private String names = "<name language=\"english\" value=\"Double\"/>";
  private String judging = "";
  private String testsets = "<testset name=\"tests\"><time-limit>1000</time-limit>TESTS</testset>";
  private String tests = "<tests><test sample=\"true\"/><test/><test/></tests>";
  private String resources = "";
  private String checker =
      "<checker name=\"std::wcmp.cpp\"><source path=\"files/check.cpp\"/></checker>";
  private String solutions = "";
  private String statements = "";

  @BeforeEach
  void write() throws IOException {
    polygon = new Tree(folder.resolve("polygon"));
    for (int i = 1; i <= 3; i++) {
      polygon.file("tests/0" + i, i + "\n").file("tests/0" + i + ".a", 2 * i + "\n");
    }
    polygon.file("files/check.cpp", "int main() {}");
    polygon.file("statement-sections/english/legend.tex", "Double it.");
  }

  private PackageImport.Prepared convert() throws Exception {
    polygon.file(
        "problem.xml",
        "<problem short-name=\"double\"><names>%s</names><statements>%s</statements><judging%s>%s</judging><files><resources>%s</resources></files><assets>%s<solutions>%s</solutions></assets></problem>"
            .formatted(
                names,
                statements,
                judging,
                testsets.replace("TESTS", tests),
                resources,
                checker,
                solutions));
    return PackageImport.prepare(polygon.root(), Files.createTempDirectory(folder, "work"));
  }

  private ProblemPackage open() throws Exception {
    return PackageReader.open(convert().folder());
  }

  private static List<String> tests(ProblemPackage problem) {
    return problem.cases().stream().map(TestCase::name).toList();
  }

  @Test
  void aPlainPackageHasNoWarnings() throws Exception {
    assertThat(convert().warnings()).isEmpty();
    assertThat(open().warnings()).isEmpty();
  }

  @Test
  void groupsComeAfterTheOnesThatTheyDependOn() throws Exception {
    tests =
        """
        <tests><test group="0" points="0" sample="true"/><test group="10" points="60"/>
        <test group="2" points="40"/></tests>
        <groups><group name="0" points="0" points-policy="complete-group"/>
        <group name="10" points="60" points-policy="complete-group"><dependencies>
        <dependency group="0"/><dependency group="2"/></dependencies></group>
        <group name="2" points="40" points-policy="complete-group"/></groups>
        """;
    ProblemPackage problem = open();
    assertThat(tests(problem)).containsExactly("sample/001", "secret/01_2/003", "secret/02_10/002");
    TestGroup last = problem.data().groups().getLast().groups().getLast();
    assertThat(last.points()).isEqualTo(60);
    assertThat(last.grading())
        .isEqualTo(new Aggregated(Aggregation.PASS_FAIL, List.of("sample", "secret/01_2")));
  }

  @Test
  void groupsThatDependOnEachOtherAreAFault() {
    tests =
        """
        <tests><test group="a" points="50"/><test group="b" points="50"/><test group="b"/></tests>
        <groups><group name="a"><dependencies><dependency group="b"/></dependencies></group>
        <group name="b" points-policy="best"><dependencies><dependency group="a"/></dependencies></group>
        </groups>
        """;
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::open)
        .withMessageContaining("group a depends on itself")
        .withMessageContaining("group b has the unknown points-policy best");
  }

  @Test
  void groupsThatRequireTooManyTestsAreAFault() throws Exception {
    for (int i = 1; i <= 1_200; i++) {
      polygon.file("tests/%02d".formatted(i), "").file("tests/%02d.a".formatted(i), "");
    }
    StringBuilder all = new StringBuilder("<tests>");
    StringBuilder groups = new StringBuilder("<groups>");
    for (int i = 0; i < 300; i++) {
      all.append(("<test group=\"g" + i + "\" points=\"1\"/>").repeat(4));
      groups.append("<group name=\"g").append(i).append("\"><dependencies>");
      for (int before = 0; before < i; before++) {
        groups.append("<dependency group=\"g").append(before).append("\"/>");
      }
      groups.append("</dependencies></group>");
    }
    tests = all.append("</tests>") + groups.append("</groups>").toString();
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::open)
        .withMessageContaining("name more than 100000 tests");
  }

  @Test
  void theLimitsAreThoseOfTheTestsThatDecide() throws Exception {
    testsets =
        "<testset name=\"pretests\"><time-limit>1000</time-limit><tests><test/></tests></testset>"
            + "<testset name=\"tests\"><time-limit>4000</time-limit><memory-limit>67108864</memory-limit>TESTS</testset>";
    ProblemPackage problem = open();
    assertThat(problem.limits().time()).hasSeconds(4);
    assertThat(problem.limits().memoryMib()).isEqualTo(64);
    assertThat(problem.cases()).hasSize(3);
    assertThat(convert().warnings())
        .singleElement()
        .extracting(Fault::message)
        .asString()
        .startsWith("the testset pretests is not used");
  }

  @Test
  void everyLanguageHasItsLocale() throws Exception {
    names += "<name language=\"tatar\" value=\"Ike\"/><name language=\"klingon\" value=\"X\"/>";
    polygon.file("statement-sections/tatar/legend.tex", "Tatar.");
    polygon.file("statement-sections/klingon/legend.tex", "Klingon.");
    ProblemPackage problem = open();
    assertThat(problem.names()).containsOnly(Map.entry("en", "Double"), Map.entry("tt", "Ike"));
    assertThat(problem.statements().get("en")).hasContent("Double it.");
    assertThat(problem.statements().get("tt")).hasContent("Tatar.");
    assertThat(convert().warnings())
        .extracting(Fault::message)
        .containsExactly(
            "the language klingon is unknown; its statement is not used",
            "not used: statement-sections/klingon/legend.tex");
  }

  @Test
  void translatedPicturesHaveNamesOfTheirOwn() throws Exception {
    names += "<name language=\"vietnamese\" value=\"X\"/><name language=\"russian\" value=\"X\"/>";
    String text = "\\includegraphics{fig.png} \\includegraphics{same}";
    for (String language : List.of("english", "vietnamese")) {
      polygon
          .file("statement-sections/" + language + "/legend.tex", text)
          .file("statement-sections/" + language + "/fig.png", language)
          .file("statement-sections/" + language + "/same.png", "same");
    }
    polygon
        .file(
            "statements/.html/russian/problem.html",
            "<img src='fig.png'><img src='http://x/y.png'>")
        .file("statements/.html/russian/fig.png", "russian");
    statements =
        "<statement language=\"russian\" type=\"text/html\" path=\"statements/.html/russian/problem.html\"/>";
    PackageImport.Prepared prepared = convert();
    Path statement = prepared.folder().resolve("statement");
    assertThat(prepared.warnings()).isEmpty();
    assertThat(statement.resolve("problem.en.md")).content().contains("(fig.png)", "(same.png)");
    assertThat(statement.resolve("problem.vi.md")).content().contains("(fig-vi.png)", "(same.png)");
    assertThat(statement.resolve("problem.ru.md"))
        .content()
        .contains("(fig-ru.png)", "(http://x/y.png)");
    assertThat(statement.resolve("fig.png")).hasContent("english");
    assertThat(statement.resolve("fig-vi.png")).hasContent("vietnamese");
    assertThat(statement.resolve("fig-ru.png")).hasContent("russian");
  }

  @Test
  void picturesThatCannotBeShownAreWarnings() throws Exception {
    polygon
        .file(
            "statement-sections/english/legend.tex",
            "\\includegraphics{a.eps} \\includegraphics{b} \\includegraphics{gone.png}")
        .file("statement-sections/english/a.eps", "")
        .file("statement-sections/english/b.eps", "");
    assertThat(convert().warnings())
        .extracting(Fault::message)
        .containsExactly(
            "the picture a.eps cannot be shown; add it as PNG, JPEG, SVG or PDF",
            "the picture b cannot be shown; add it as PNG, JPEG, SVG or PDF",
            "the picture gone.png is missing",
            "not used: statement-sections/english/a.eps, statement-sections/english/b.eps");
  }

  @Test
  void examplesOfTheStatementAreShownWhereTheyDiffer() throws Exception {
    names += "<name language=\"vietnamese\" value=\"X\"/>";
    tests = "<tests><test sample=\"true\"/><test sample=\"true\"/><test/></tests>";
    for (String language : List.of("english", "vietnamese")) {
      polygon
          .file("statement-sections/" + language + "/legend.tex", "Double it.")
          .file("statement-sections/" + language + "/name.tex", "Double")
          .file("statement-sections/" + language + "/example.01", "1\r\n")
          .file("statement-sections/" + language + "/example.01.a", "2")
          .file("statement-sections/" + language + "/example.02", "shown in\n")
          .file("statement-sections/" + language + "/example.02.a", "shown out\n");
    }
    polygon.file("statement-sections/vietnamese/example.02.a", "another\n");
    PackageImport.Prepared prepared = convert();
    assertThat(prepared.warnings())
        .extracting(Fault::message)
        .containsExactly("not used: statement-sections/vietnamese/example.02.a");
    Path samples = prepared.folder().resolve("data/sample");
    assertThat(samples.resolve("001.in.statement")).doesNotExist();
    assertThat(samples.resolve("001.ans.statement")).doesNotExist();
    assertThat(samples.resolve("002.in.statement")).hasContent("shown in");
    assertThat(samples.resolve("002.ans.statement")).hasContent("shown out");
  }

  @Test
  void tutorialsAreEditorials() throws Exception {
    names += "<name language=\"vietnamese\" value=\"X\"/>";
    polygon
        .file("statement-sections/english/tutorial.tex", "Add it to \\textbf{itself}.")
        .file("statement-sections/vietnamese/legend.tex", "Nhân đôi.");
    assertThat(open().presentation().guidance().editorial()).containsOnlyKeys("en");
    assertThat(convert().folder().resolve("solution/solution.en.md"))
        .hasContent("Add it to **itself**.");
  }

  @Test
  void filesInsteadOfStandardStreamsAreKept() throws Exception {
    judging = " input-file=\"input.txt\" output-file=\"stdout\" run-count=\"1\"";
    ProblemPackage problem = open();
    assertThat(problem.presentation().dataFiles()).isEqualTo(new DataFiles("input.txt", ""));
    assertThat(problem.statements().get("en")).hasContent("Input file: `input.txt`\n\nDouble it.");
  }

  @Test
  void whatIsNotSupportedIsAFault() throws Exception {
    judging = " input-file=\"../input\" run-count=\"2\"";
    checker = "<checker><source path=\"files/check.cpp\" type=\"java8\"/></checker>";
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::open)
        .withMessageContaining("run-count is 2")
        .withMessageContaining("input-file must be a plain file name, not ../input")
        .withMessageContaining("is a checker in java8; C++, Python and Kotlin are supported");
  }

  @Test
  void aCheckerThatGivesPointsNeedsTestsWithPoints() throws Exception {
    polygon.file("files/check.cpp", "// _ok\nint main() { quitp(1000 + b, \"\"); }");
    checker = "<checker><source path=\"files/check.cpp\" type=\"cpp.g++17\"/></checker>";
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::open)
        .withMessageContaining("files/check.cpp: gives points (quitp), but no test has points");
    tests = "<tests><test points=\"5\"/></tests>";
    assertThat(open().scoring()).isTrue();
    tests = "<tests><test/></tests>";
    polygon.file("files/check.cpp", "/* never quitp(1) */ int main() {} // quitp(2)");
    assertThat(open().scoring()).isFalse();
  }

  @Test
  void percentAndPartsAreArgumentsOfTheChecker() throws Exception {
    judging = " treat-points-from-checker-as-percent=\"true\"";
    checker = "<checker><source path=\"files/check.cpp\" type=\"cpp.g++17\"/></checker>";
    tests =
        """
        <tests><test group="1" points="30"/><test group="2" points="70"/></tests>
        <groups><group name="1" points-policy="each-test"/>
        <group name="2" points-policy="complete-group"/></groups>
        """;
    assertThat(open().cases())
        .extracting(TestCase::validatorArguments)
        .containsExactly(List.of("percent", "partial"), List.of("percent"));
  }

  @Test
  void gradersAreIncludedAndDecideTheLanguages() throws Exception {
    polygon.file("files/grader.cpp", "grader").file("files/dbl.h", "header");
    polygon.file("files/g.py", "").file("files/g.rs", "");
    String asset = "<assets><asset name=\"solution\"/></assets></file>";
    resources =
        "<file path=\"files/olymp.sty\"/>"
            + "<file for-types=\"cpp.*\" main=\"true\" path=\"files/grader.cpp\">"
            + asset
            + "<file for-types=\"cpp.*;java.*\" path=\"files/dbl.h\">"
            + asset
            + "<file for-types=\"python.*\" main=\"true\" path=\"files/g.py\">"
            + asset
            + "<file for-types=\"rust\" main=\"true\" path=\"files/g.rs\">"
            + asset;
    ProblemPackage problem = open();
    assertThat(problem.includedFiles("cpp23")).containsOnlyKeys("grader.cpp", "dbl.h");
    assertThat(problem.includedFiles("java")).containsOnlyKeys("dbl.h");
    assertThat(problem.includedFiles("python3")).as("it is started").containsOnlyKeys("main.py");
    assertThat(problem.presentation().languages())
        .containsExactly("cpp", "cpp17", "cpp23", "pypy3", "python3");
    assertThat(convert().warnings())
        .asString()
        .contains("files/g.rs: warning: is a grader for rust");
  }

  @Test
  void checkersFindTheirHeaders() throws Exception {
    polygon
        .file(
            "files/check.cpp",
            "#include \"testlib.h\"\n  # include \"common/util.hpp\"\n#include <vector>")
        .file("files/testlib.h", "")
        .file("files/common/util.hpp", "#include \"more.inc\"\n#include \"../check.cpp\"")
        .file("files/common/more.inc", "")
        .file("files/other.h", "");
    checker = "<checker><source path=\"files/check.cpp\" type=\"cpp.g++17\"/></checker>";
    Path validator = open().validator().orElseThrow();
    try (Stream<Path> files = Files.walk(validator)) {
      assertThat(
              files.filter(Files::isRegularFile).map(file -> validator.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "build", "run", "checker.cpp", "testlib.h", "common/util.hpp", "common/more.inc");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "main, accepted",
    "accepted, accepted",
    "wrong-answer, wrong_answer",
    "presentation-error, wrong_answer",
    "time-limit-exceeded, time_limit_exceeded",
    "memory-limit-exceeded, memory_limit_exceeded",
    "failed, rejected",
    "rejected, rejected",
    "time-limit-exceeded-or-accepted, mixed",
    "time-limit-exceeded-or-memory-limit-exceeded, mixed",
    "brand-new, rejected"
  })
  void tagsAreExpectations(String tag, String expected) throws Exception {
    polygon.file("solutions/s.cpp", "");
    solutions =
        "<solution tag=\""
            + tag
            + "\"><source path=\"solutions/s.cpp\"/></solution>"
            + "<solution tag=\"do-not-run\"><source path=\"solutions/none.cpp\"/></solution>";
    assertThat(open().submissions())
        .extracting(ExampleSubmission::name)
        .containsExactly(expected + "/s.cpp");
  }

  @ParameterizedTest
  @CsvSource({
    "wcmp, case_sensitive",
    "ncmp, case_sensitive",
    "hcmp, case_sensitive",
    "yesno, ''",
    "rcmp, float_absolute_tolerance 1.5e-6",
    "dcmp, float_tolerance 1e-6",
    "rncmp, float_absolute_tolerance 1.5e-5",
    "rcmp9, float_tolerance 1e-9"
  })
  void standardCheckersAreFlags(String name, String flags) throws Exception {
    checker = checker.replace("wcmp", name);
    ProblemPackage problem = open();
    assertThat(problem.validator()).isEmpty();
    assertThat(String.join(" ", problem.cases().getFirst().validatorArguments())).isEqualTo(flags);
  }

  @Test
  void lineEndsOfWindowsGo() throws Exception {
    polygon
        .file("tests/02", "1\r\n2\r\n")
        .file("tests/02.a", "a\r\nb\n")
        .file("statement-sections/english/legend.tex", "One.\r\n\r\nTwo.\r\n");
    ProblemPackage problem = open();
    TestCase test = problem.cases().get(1);
    assertThat(Files.readString(test.input())).isEqualTo("1\n2\n");
    assertThat(Files.readString(test.answer())).as("mixed on purpose").isEqualTo("a\r\nb\n");
    assertThat(problem.statements().get("en")).hasContent("One.\n\nTwo.\n");
  }

  @Test
  void hostileFilesAreRefusedSoon() throws Exception {
    testsets = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::convert)
        .withMessageContaining("problem.xml: is not valid XML");
    testsets = "x".repeat(9 << 20);
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(this::convert)
        .withMessageContaining("problem.xml: is larger than 2 MiB");
  }
}
