package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a folder of the DMOJ judge does not list, but names by patterns. */
class DmojFoundTestsTest {
  @TempDir Path folder;

  private Path root(String settings, List<String> files) throws Exception {
    Path root = Files.createDirectories(folder.resolve("found"));
    Files.writeString(root.resolve("init.yml"), settings);
    for (String file : files) {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    return root;
  }

  private PackageImport.Prepared convert(String settings, String... files) throws Exception {
    return PackageImport.prepare(
        root(settings, List.of(files)), Files.createTempDirectory(folder, "work"));
  }

  private ProblemPackage open(String settings, String... files) throws Exception {
    return PackageReader.open(convert(settings, files).folder());
  }

  @Test
  void areFoundByTheirUsualNames() throws Exception {
    ProblemPackage problem =
        open(
            "checker: identical\n",
            "sum.10.in",
            "sum.10.out",
            "sum.2.in",
            "sum.2.out",
            "in9.txt",
            "out9.txt",
            "notes.txt");
    assertThat(problem.cases())
        .extracting(test -> Files.readString(test.input()) + " " + Files.readString(test.answer()))
        .containsExactly("sum.2.in sum.2.out", "in9.txt out9.txt", "sum.10.in sum.10.out");
    assertThat(problem.scoring()).isFalse();
  }

  @Test
  void aNumberBeforeThatOfATestIsTheBatch() throws Exception {
    ProblemPackage problem =
        open(
            "test_cases:\n",
            "sub.1-1.in",
            "sub.1-1.out",
            "sub.1-2.in",
            "sub.1-2.out",
            "sub.2.in",
            "sub.2.out");
    assertThat(problem.data().groups().getLast().groups())
        .extracting(group -> group.cases().size())
        .containsExactly(2, 1);
  }

  @Test
  void areFoundByTheAuthorsExpressionsWithTheirPoints() throws Exception {
    ProblemPackage problem =
        open(
            """
            test_cases:
              input_format: 'test_(?P<batch>[a-z]+)(?P<case>\\d+)\\.inp'
              output_format: 'test_(?P<batch>[a-z]+)(?P<case>\\d+)\\.ans'
              case_points: [30, 70]
            """,
            "test_b1.inp",
            "test_b1.ans",
            "TEST_a2.inp",
            "test_a2.ans",
            "test_a10.inp",
            "test_a10.ans");
    assertThat(problem.cases())
        .extracting(test -> Files.readString(test.input()))
        .containsExactly("TEST_a2.inp", "test_a10.inp", "test_b1.inp");
    assertThat(problem.data().groups().getLast().groups())
        .extracting(TestGroup::points)
        .containsExactly(30.0, 70.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "archive: | no files have the names of tests, such as 1.in and 1.out",
        "test_cases: all | test_cases must be a list of tests, or a map with input_format and",
        "test_cases: {input_format: '('} | input_format is not a regular expression: ",
        "test_cases: {output_format: 'x(\\d+)'} | output_format has no group (?P<case>…)",
        "test_cases: {case_points: 5} | case_points must list the points of the 0 tests",
      })
  void whatFindsNoneIsAFault(String settings, String reason) throws Exception {
    String[] files =
        settings.contains("case_points") ? new String[] {"1.in", "1.out"} : new String[0];
    String expected = reason.replace("the 0 tests", "the 1 tests");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> convert(settings + "\n", files))
        .withMessageContaining(expected);
  }

  @Test
  void filesWithoutTheOtherOrForOneTestAreFaults() throws Exception {
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> convert("archive:\n", "a.1.in", "b.1.in", "a.1.out", "a.2.out", "3.in"))
        .withMessageContaining("a.1.in and b.1.in are for the same test")
        .withMessageContaining("a.2.out is an answer for which no input was found")
        .withMessageContaining("the test 003/001 has no out");
  }

  @Test
  void anExpressionThatTakesForeverMatchesNothing() throws Exception {
    String slow = "test_cases: {input_format: '(?P<case>(1|1)*)x', output_format: '(?P<case>y)'}\n";
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> convert(slow, "1".repeat(200)))
        .withMessageContaining("lists no tests");
  }
}
