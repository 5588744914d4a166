package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.problempackage.DataFiles;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of the DMOJ judge. */
class DmojImportTest {
  private static final String CASES =
      """
      archive: tests.zip
      test_cases:
      - {in: a.1.in, out: a.1.out, points: 5}
      - batched:
        - {in: a.1.in, out: a.1.out}
        - {in: a.2.in, out: a.2.out}
        points: 10
      - batched:
        - {in: a.2.in, out: a.2.out}
        points: 20
        dependencies: [1]
      """;

  @TempDir Path folder;

  private PackageImport.Prepared convert(String settings) throws Exception {
    Path root = Files.createDirectories(folder.resolve("aplusb"));
    Files.writeString(root.resolve("init.yml"), settings);
    try (OutputStream out = Files.newOutputStream(root.resolve("tests.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a.1.in", "a.1.out", "a.2.in", "a.2.out")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return PackageImport.prepare(root, Files.createTempDirectory(folder, "work"));
  }

  private ProblemPackage open(String settings) throws Exception {
    return PackageReader.open(convert(settings).folder());
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve("aplusb").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void testsAndBatchesAreGroupsWithTheirPoints() throws Exception {
    ProblemPackage problem = open(CASES);
    assertThat(problem.names()).containsEntry("en", "aplusb");
    assertThat(problem.cases())
        .extracting(TestCase::name)
        .containsExactly("secret/001/001", "secret/002/001", "secret/002/002", "secret/003/001");
    assertThat(Files.readString(problem.cases().getLast().answer())).isEqualTo("a.2.out");
    TestGroup secret = problem.data().groups().getLast();
    assertThat(secret.points()).isEqualTo(35);
    assertThat(secret.groups()).extracting(TestGroup::points).containsExactly(5.0, 10.0, 20.0);
    assertThat(secret.groups().getLast().grading())
        .isEqualTo(new Aggregated(Aggregation.PASS_FAIL, List.of("secret/002")));
    assertThat(convert(CASES).warnings())
        .asString()
        .contains("names no title, limits or statement");
  }

  @Test
  void theCheckerIdenticalIsFlags() throws Exception {
    ProblemPackage problem = open(CASES + "checker: identical\n");
    assertThat(problem.validator()).isEmpty();
    assertThat(problem.cases().getFirst().validatorArguments())
        .containsExactly("case_sensitive", "space_change_sensitive");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floats | #define PRECISION 6",
        "{name: floats, args: {precision: 4}} | #define PRECISION 4",
        "{name: floats, args: {error_mode: absolute}} | #define RELATIVE 0",
        "floatsrel | #define ABSOLUTE 0"
      })
  void checkersOfNumbersArePrograms(String checker, String setting) throws Exception {
    ProblemPackage problem = open(CASES + "checker: " + checker + "\n");
    assertThat(problem.validator().orElseThrow().resolve("floats.cpp"))
        .content()
        .contains(setting + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generator: gen.cpp | generator is not supported: generators are not run",
        "custom_judge: j.py | custom_judge is not supported",
        "checker: sorted | the checker sorted is not supported",
        "checker: linematches | the checker linematches is not supported: it gives each line",
        "checker: {name: linecount, args: {match: f}} | match of the checker linecount is not",
        "checker: {name: unordered, args: {split_on: lines}} | must be whitespace",
        "output_only: true | output_only is not supported: submissions are programs",
        "output_limit_length: many | output_limit_length must be a number of bytes",
        "file_io: {input: A.INP} | file_io must name the output file",
        "checker: {name: floats, args: {precision: x}} | precision must be from 0 to 300",
        "checker: o.py | imports dmoj.executors; of DMOJ, only dmoj.result",
        "checker: {name: bridged, args: {files: i.cpp, type: coci}} | has the type coci",
        "checker: {name: floats, args: {epsilon: 1}} | epsilon of the checker floats is not supp",
        "checker: {name: bridged, args: {files: i.cpp, type: testlib, args_format_string: x}} | must be",
        "interactive: {files: i.cpp, type: coci} | has the type coci; only testlib is supported",
        "archive: other.zip | other.zip: is missing",
      })
  void whatIsNotSupportedIsAFaultWithAReason(String setting, String message) throws Exception {
    file("i.cpp", "");
    file("o.py", "from dmoj.result import CheckerResult\n  import dmoj.executors\n");
    file("testlib.h", "");
    String settings =
        setting.startsWith("archive") ? CASES.replace("archive: tests.zip", "") : CASES;
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(settings + setting + "\n"))
        .withMessageContaining(message);
  }

  @Test
  void testsWithoutPointsHaveThoseOfTheirBatchOrOfAllOrOne() throws Exception {
    String tests =
        """
        archive: tests.zip
        out: a.2.out
        test_cases:
        - {in: a.1.in, out: a.1.out, points: 5}
        - {in: a.1.in}
        - out: a.1.out
          points: 7
          batched:
          - {in: a.1.in}
          - {in: a.2.in, out: a.2.out}
        """;
    ProblemPackage problem = open(tests);
    TestGroup secret = problem.data().groups().getLast();
    assertThat(secret.groups()).extracting(TestGroup::points).containsExactly(5.0, 1.0, 7.0);
    assertThat(problem.cases())
        .extracting(test -> Files.readString(test.answer()))
        .containsExactly("a.1.out", "a.2.out", "a.1.out", "a.2.out");
    assertThat(open(tests + "points: 3\n").data().groups().getLast().groups())
        .extracting(TestGroup::points)
        .containsExactly(5.0, 3.0, 7.0);
    assertThat(open("archive: tests.zip\ntest_cases: [{in: a.1.in, out: a.1.out}]").scoring())
        .isFalse();
  }

  @Test
  void keysOfTestsThatAreNotUsedAreWarnings() throws Exception {
    String tests =
        """
        archive: tests.zip
        test_cases:
        - {in: a.1.in, out: a.1.out, io_redirects: {a: {fd: 0, mode: r}}}
        - batched: [{in: a.1.in, out: a.1.out, binary_data: true}]
          symlinks: {}
        """;
    assertThat(convert(tests).warnings())
        .asString()
        .contains(
            "io_redirects of a test is not used",
            "binary_data of a test is not used",
            "symlinks of a batch is not used");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(
            () -> open("archive: tests.zip\npoints: x\ntest_cases: [{in: a.1.in}, {points: 1}]"))
        .withMessageContaining("points must be a number from 0, not \"x\"")
        .withMessageContaining("the test 001/001 has no out")
        .withMessageContaining("the test 002/001 has no out");
  }

  @Test
  void aFailedTestWithoutWorthDecidesAllThatComesAfterIt() throws Exception {
    ProblemPackage problem =
        open(
            """
            archive: tests.zip
            pretest_test_cases: [{in: a.2.in, out: a.2.out, points: 4}]
            test_cases:
            - {in: a.1.in, out: a.1.out, points: 0}
            - {in: a.1.in, out: a.1.out, points: 5}
            - {batched: [{in: a.1.in, out: a.1.out, points: 0}]}
            - {batched: [{in: a.1.in, out: a.1.out, points: 7}], dependencies: [1]}
            """);
    List<TestGroup> groups = problem.data().groups().getLast().groups();
    assertThat(groups).extracting(TestGroup::points).containsExactly(0.0, 0.0, 5.0, 0.0, 7.0);
    assertThat(groups)
        .extracting(group -> ((Aggregated) group.grading()).requires())
        .containsExactly(
            List.of(),
            List.of("secret/001"),
            List.of("secret/002"),
            List.of("secret/002"),
            List.of("secret/002", "secret/004"));
  }

  @Test
  void programsMayUseFilesAndTestsNeedNoInput() throws Exception {
    ProblemPackage problem =
        open(
            """
            archive: tests.zip
            file_io: {input: SUM.INP, output: SUM.OUT}
            output_limit_length: 3000000
            test_cases: [{out: a.1.out}, {in: a.2.in, out: a.2.out, output_limit_length: 9}]
            """);
    assertThat(problem.presentation().dataFiles()).isEqualTo(new DataFiles("SUM.INP", "SUM.OUT"));
    assertThat(problem.limits().outputMib()).isEqualTo(3);
    assertThat(problem.cases().getFirst().input()).isEmptyFile();
    assertThat(problem.cases().getFirst().answer()).hasContent("a.1.out");
  }

  @Test
  void filesThatNobodyAskedForAreNamed() throws Exception {
    file("notes.txt", "");
    file("submissions/accepted/a.py", "print(1)");
    PackageImport.Prepared prepared =
        convert("archive: tests.zip\ntest_cases: [{in: a.1.in, out: a.1.out}]\n");
    assertThat(prepared.warnings())
        .extracting(Fault::toString)
        .contains("warning: not used: notes.txt", "tests.zip: warning: not used: a.2.in, a.2.out");
    assertThat(PackageReader.open(prepared.folder()).submissions()).hasSize(1);
  }

  @Test
  void aCheckerMayKeepToDmojsOwnConventions() throws Exception {
    file("c.py", "import sys\nsys.exit(0)\n");
    ProblemPackage problem =
        open(
            """
            archive: tests.zip
            test_cases: [{in: a.1.in}]
            checker: {name: bridged, args: {files: c.py, lang: PY3}}
            """);
    assertThat(problem.validator().orElseThrow().resolve("checker.py")).exists();
    assertThat(problem.cases().getFirst().answer()).isEmptyFile();
  }

  @Test
  void settingsThatExceedTheBoundsOfYamlAreRefused() {
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(CASES + "hints: " + "[".repeat(20) + "]".repeat(20) + "\n"))
        .withMessageContaining("exceeds the bounds of YAML in a package");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(CASES + CASES))
        .withMessageContaining("is not YAML");
  }

  @Test
  void pointsOfABridgedCheckerMayBePercent() throws Exception {
    file("c.cpp", "#include \"testlib.h\"");
    file("testlib.h", "");
    String checker =
        "checker: {name: bridged, args: {files: c.cpp, type: testlib, lang: CPP17, time_limit: 9,"
            + " treat_checker_points_as_percentage: %s}}\n";
    ProblemPackage problem = open(CASES + checker.formatted("true"));
    assertThat(problem.cases())
        .extracting(test -> String.join(" ", test.validatorArguments()))
        .containsExactly("percent partial", "percent", "percent", "percent");
    assertThat(open(CASES + checker.formatted("false")).cases())
        .extracting(test -> String.join(" ", test.validatorArguments()))
        .containsExactly("partial", "", "", "");
    assertThat(convert(CASES + checker.formatted("true")).warnings())
        .asString()
        .contains("time_limit of the checker is not used");
  }

  @Test
  void interactorsOfTestlibAreBuilt() throws Exception {
    file("i.cpp", "#include \"testlib.h\"");
    file("testlib.h", "");
    ProblemPackage problem =
        open(CASES + "interactive: {files: i.cpp, type: testlib}\nhints: []\n");
    assertThat(problem.interactive()).isTrue();
    assertThat(problem.validator().orElseThrow().resolve("interactor.cpp")).exists();
    assertThat(convert(CASES + "hints: []\n").warnings()).asString().contains("hints is not used");
  }

  @Test
  void aFileThatManyTestsNameCountsForEachOfThem() throws Exception {
    Path root = Files.createDirectories(folder.resolve("many"));
    Files.writeString(root.resolve("1.in"), "x".repeat(1 << 20));
    Files.writeString(root.resolve("1.out"), "");
    Files.writeString(
        root.resolve("init.yml"), "test_cases:\n" + "- {in: 1.in, out: 1.out}\n".repeat(1_000));
    assertTooLarge(root, new ArchiveLimits(1 << 20, 5 << 20, 10_000), 5 << 20);
    assertTooLarge(root, new ArchiveLimits(1 << 20, 1 << 30, 7), 4 << 20);
  }

  private void assertTooLarge(Path root, ArchiveLimits limits, long most) throws IOException {
    Path target = Files.createTempDirectory(folder, "work").resolve("target");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> PackageImport.convert(root, target, limits))
        .satisfies(e -> assertThat(e.faults()).hasSize(1))
        .withMessageContaining("is too large once converted: more than " + limits.files());
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThanOrEqualTo(most);
    }
  }

  @Test
  void pathsThatLeadOutAreMissing() {
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(
            () -> open("test_cases: [{in: ../aplusb/init.yml, out: /etc/passwd, points: 1}]"))
        .withMessageContaining("/etc/passwd: is missing");
  }
}
