package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FaultList;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repeats, nests and odd values in the files of other systems. Each package is converted or refused
 * with faults that an author can read; the work is what the reading thread allocates for each byte
 * of the file, and what is written.
 */
class HostileConversionTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 20, 16 << 20, 200);

  /** Trees of nodes, and faults with their texts. */
  private static final long MOST_BYTES_PER_BYTE = 3_000;

  private static final int SIZE = 60_000;
  private static final String TESTS = "test_cases:\n- {in: 1.in, out: 1.out}\n";

  @TempDir Path folder;

  private List<Fault> convert(String settings, String text) throws IOException {
    Tree tree = new Tree(folder.resolve("source"));
    tree.file(settings, text)
        .file("1.in", "1")
        .file("1.out", "1")
        .file("tests/01", "1")
        .file("tests/01.a", "1")
        .file("statement-sections/english/legend.tex", "x");
    Path target = Files.createTempDirectory(folder, "work").resolve("target");
    long before = THREADS.getCurrentThreadAllocatedBytes();
    List<Fault> found;
    try {
      found = PackageImport.convert(tree.root(), target, LIMITS).warnings();
    } catch (PackageException e) {
      found = e.faults();
      assertThat(found).isNotEmpty();
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("%s, which begins with %.100s", settings, text)
        .isLessThan((text.length() + 60_000) * MOST_BYTES_PER_BYTE);
    assertThat(found).hasSizeLessThanOrEqualTo(FaultList.MOST + 2);
    assertThat(found).allMatch(fault -> fault.message().length() < 1_000);
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(LIMITS.unpacked());
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {points: 0, out: 1.out}\n",
        "- {in: a, out: b}\n",
        "- {batched: [{in: 1.in, out: 1.out}]}\n",
        "- {points: 1, batched: [{out: 1.out}], dependencies: [1, 1, 1, 1, 1, 1]}\n",
        "- {in: \"\\0\", out: \"\\0\"}\n",
        "- {x: y}\n",
        "- {output_limit_length: 1.5}\n",
        "- batched\n",
        "-\n"
      })
  void manyTestsOfDmojTakeLinearWork(String test) throws Exception {
    convert("init.yml", TESTS + test.repeat(1_500));
    convert("init.yml", TESTS + test.repeat(SIZE / test.length()));
    convert("init.yml", TESTS + "pretest_test_cases:\n" + test.repeat(1_000));
    convert("init.yml", TESTS + "checker: c.py\npoints: 1\n" + test.repeat(1_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: ",
        "- ",
        "[",
        "{a: ",
        "&a ",
        "*a ",
        "'",
        "|\n",
        "a\n",
        "\0",
        "\uD83D\uDE00",
        "? ",
        "!!x "
      })
  void repeatsInSettingsOfDmojTakeLinearWork(String part) throws Exception {
    convert("init.yml", part.repeat(SIZE / part.length()));
    convert("init.yml", TESTS + "checker: " + part.repeat(SIZE / part.length()));
    convert("init.yml", TESTS + "file_io: {input: " + part.repeat(1_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "archive: '../..' | is missing",
        "archive: \"\\0\" | is missing",
        "checker: {name: floats, args: {precision: 1e99}} | precision must be",
        "checker: {name: [1], args: 3} | is not supported",
        "checker: {name: bridged, args: {files: [/etc/passwd.cpp], type: testlib}} | is missing",
        "checker: {name: bridged, args: {files: '../../1.cpp', type: testlib}} | is missing",
        "checker: /etc/x.py | is missing",
        "signature_grader: {entry: '..', header: ''} | is missing",
        "signature_grader: x | is missing",
        "file_io: {input: '../a', output: b} | names no title",
        "interactive: 1 | must be a single source",
        "output_limit_length: 99999999999999999999 | must be a number of bytes",
        "points: .nan | points must be a number"
      })
  void oddSettingsOfDmojAreFaults(String setting, String message) throws Exception {
    assertThat(convert("init.yml", TESTS + setting + "\n")).asString().contains(message);
  }

  private static String xml(String judging, String assets) {
    return """
    <problem short-name="---"><names><name language="english" value="N"/></names>
    <judging>%s<testset name="tests"><time-limit>1000</time-limit><tests><test/></tests></testset>
    </judging><assets>%s</assets></problem>
    """
        .formatted(judging, assets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<testset name='a'/>",
        "<testset name='tests'><tests><test points='1' group='a'/></tests></testset>",
        "<solution/>",
        "<a>",
        "<a/>",
        "<a b='c'/>",
        "&lt;",
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?a b?>",
        "x"
      })
  void repeatsInDescriptionsOfPolygonTakeLinearWork(String part) throws Exception {
    String many = part.repeat(SIZE / part.length());
    convert("problem.xml", xml(many, ""));
    convert("problem.xml", xml("", "<solutions>" + many + "</solutions>"));
    convert("problem.xml", many);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<test/>",
        "<test points='1'/>",
        "<test group='g' points='1'/>",
        "<test sample='true'/>",
        "<test points='-1' group='x'/>"
      })
  void manyTestsOfPolygonTakeLinearWork(String test) throws Exception {
    String tests =
        "<testset name='tests'><time-limit>1</time-limit><input-path-pattern>tests/%d</input-path"
            + "-pattern><tests>"
            + test.repeat(SIZE / test.length())
            + "</tests></testset>";
    assertThat(convert("problem.xml", xml(tests, ""))).isNotEmpty();
  }

  @Test
  void chainsOfGroupsAreBounded() throws Exception {
    StringBuilder tests = new StringBuilder();
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      tests.append("<test points='1' group='").append(i).append("'/>");
      groups
          .append("<group name='" + i + "'><dependencies><dependency group='")
          .append(i + 1)
          .append("'/></dependencies></group>");
    }
    String testset =
        "<testset name='tests'><tests>"
            + tests
            + "</tests><groups>"
            + groups
            + "</groups></testset>";
    assertThat(convert("problem.xml", xml(testset, "")))
        .asString()
        .contains("has more than 1000 groups");
  }

  @Test
  void entitiesAreNotRead() throws Exception {
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><problem>&x;</problem>";
    assertThat(convert("problem.xml", entity)).asString().contains("is not valid XML");
    assertThat(convert("problem.xml", "<a>".repeat(100_000))).asString().contains("not valid XML");
    assertThat(convert("problem.xml", " ".repeat(3 << 20))).asString().contains("is larger than");
  }
}
