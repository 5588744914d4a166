package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FaultList;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repeats, nests and long lines in every kind of file of the format. Each package is read or
 * refused with faults, on a stack of the usual size; the work is what the reading thread allocates,
 * for each byte of the file. That the regular expressions are linear is tested for itself.
 */
class HostilePackageTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Below and above the bound of any kind of file. */
  private static final List<Integer> SIZES = List.of(30_000, 250_000);

  /** Above the bound of every kind of file. */
  private static final int HUGE = 20_000_000;

  /** A tree of nodes, the places of its keys, and what the schema's checks note of each value. */
  private static final long MOST_BYTES_PER_BYTE = 3_000;

  private static final long MOST_BYTES_AT_ALL = 1L << 30;

  private static final String VALID = "problem_format_version: 2023-07\nname: N\n";
  private static final String FUNCTION =
      "function:\n  name: f\n  parameters: {a: int}\n  returns: int\n";

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    new Tree(folder)
        .file("problem.yaml", VALID)
        .file("touchstone.yaml", FUNCTION)
        .file("submissions/accepted/a.py", "")
        .tests("secret", 2)
        .file("data/secret/1.in", "1\n")
        .file("data/secret/1.ans", "1\n");
  }

  /** Every file whose text is read, with what it begins with so that the rest is looked at. */
  private static final Map<String, List<String>> FILES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("problem.yaml", List.of("", VALID, VALID + "keywords: ")),
              Map.entry("touchstone.yaml", List.of("", FUNCTION + "tags: ")),
              Map.entry("submissions/submissions.yaml", List.of("", "accepted: ")),
              Map.entry("data/secret/test_group.yaml", List.of("", "args: ")),
              Map.entry("data/secret/1.yaml", List.of("", "hint: ")),
              Map.entry("data/secret/1.in", List.of("", "1\n")),
              Map.entry("data/secret/1.ans", List.of("", "1\n")),
              Map.entry("domjudge-problem.ini", List.of("", "name=")),
              Map.entry(".timelimit", List.of("", "1")),
              Map.entry("starter/python3/main.py", List.of("")),
              Map.entry("attachments/templates/cpp/main.cpp", List.of("")),
              Map.entry("problem_statement/problem.tex", List.of("", "%%plainproblemname: a"))));

  private static final List<String> PARTS =
      List.of(
          " ",
          "\n",
          "\t",
          "#",
          "# x\n",
          "a",
          "a: ",
          "- ",
          "-\n",
          "[",
          "{",
          "{a: ",
          "? ",
          "&a ",
          "*a ",
          "'",
          "\"",
          "|\n",
          "a: 1\n",
          "a,",
          "[1],",
          "!!x ",
          "{{a}}",
          "0",
          "-a",
          "%",
          "\\n",
          "=",
          ";",
          "a=1\n",
          "a='\n",
          "%%plainproblemname: a  ",
          "\\problemname{",
          "[[1,",
          "\uD83D\uDE00",
          "\0");

  static List<String> files() {
    return List.copyOf(FILES.keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadInLinearWorkOrRefused(String file) throws Exception {
    if (file.endsWith(".tex") || file.endsWith(".ini") || file.equals(".timelimit")) {
      new Tree(folder).file("problem.yaml", "validation: default\n").file("touchstone.yaml", "");
    }
    open(); // loads the classes
    for (String begin : FILES.getOrDefault(file, List.of())) {
      for (String part : PARTS) {
        for (int size : SIZES) {
          String text = begin + part.repeat(size / part.length());
          new Tree(folder).file(file, text);
          long before = THREADS.getCurrentThreadAllocatedBytes();
          open();
          long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
          assertThat(allocated)
              .as("%s of %d times %s after %s", file, size, part, begin)
              .isLessThan(Math.min(MOST_BYTES_AT_ALL, (size + 60_000) * MOST_BYTES_PER_BYTE));
        }
      }
      new Tree(folder).file(file, begin + " ".repeat(HUGE));
      assertThat(faults()).anyMatch(fault -> fault.contains("is larger than"));
    }
  }

  private void open() throws IOException {
    try {
      ProblemPackage problem = new Tree(folder).open();
      assertThat(problem.names()).isNotEmpty();
    } catch (PackageException e) {
      assertThat(e.faults()).hasSizeBetween(1, FaultList.MOST + 2);
      assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(300_000);
    }
  }

  private List<String> faults() throws IOException {
    try {
      new Tree(folder).open();
      return List.of();
    } catch (PackageException e) {
      return e.faults().stream().map(Fault::toString).toList();
    }
  }

  @Test
  void manyLevelsOfYamlAreAFault() throws Exception {
    for (String deep : List.of("x: " + "[".repeat(5_000), "x: " + "{a: ".repeat(5_000))) {
      new Tree(folder).file("problem.yaml", VALID + deep);
      assertThat(faults()).anyMatch(fault -> fault.contains("exceeds the bounds of YAML"));
    }
    StringBuilder indented = new StringBuilder(VALID);
    for (int i = 0; i < 500; i++) {
      indented.append(" ".repeat(i)).append("a:\n");
    }
    new Tree(folder).file("problem.yaml", indented.toString());
    assertThat(faults()).anyMatch(fault -> fault.contains("exceeds the bounds of YAML"));
  }

  /** Java matches a repeated group by calling itself. */
  @ParameterizedTest
  @ValueSource(strings = {"type", "validation", "slug", "permitted", "name"})
  void longValuesDoNotOverflowTheStack(String key) throws Exception {
    switch (key) {
      case "type", "validation" ->
          new Tree(folder).file("problem.yaml", key + ": " + "custom score ".repeat(600));
      case "permitted" ->
          new Tree(folder)
              .file("submissions/submissions.yaml", "a: {permitted: " + "AC ".repeat(2_700) + "}");
      case "name" ->
          new Tree(folder).file("touchstone.yaml", "function: {name: a" + "_a".repeat(4_000) + "}");
      default -> new Tree(folder).file("touchstone.yaml", "slug: a" + "-a".repeat(4_000));
    }
    open();
  }

  @Test
  void aValueOfAConstantThatOccursOftenIsAFault() throws Exception {
    new Tree(folder)
        .file("problem.yaml", VALID + "constants:\n  a: " + "x".repeat(8_000) + "\n")
        .file("data/secret/test_group.yaml", "args: " + "{{a}}".repeat(40_000));
    assertThat(faults())
        .contains("data/secret/test_group.yaml: is too long with the values of its constants");
  }

  @Test
  void patternsTimesSubmissionsAreBounded() throws Exception {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      rules.append("'*a*a*a*a*").append(i).append("': {permitted: AC}\n");
      new Tree(folder).file("submissions/accepted/" + "a".repeat(100) + i + ".py", "");
    }
    new Tree(folder).file("submissions/submissions.yaml", rules.toString());
    assertThat(faults()).anyMatch(fault -> fault.contains("too many patterns"));
    new Tree(folder)
        .file("submissions/submissions.yaml", "'" + "*a".repeat(50) + "': {permitted: AC}\n");
    assertThat(faults()).anyMatch(fault -> fault.contains("more than 20 stars"));
  }

  @Test
  void thousandsOfFaultsAreListedAsFew() throws Exception {
    StringBuilder keys = new StringBuilder(VALID);
    for (int i = 0; i < 8_000; i++) {
      keys.append("k").append(i).append(": 1\n");
    }
    new Tree(folder).file("problem.yaml", keys.toString());
    assertThat(faults())
        .hasSizeLessThan(FaultList.MOST + 3)
        .contains("there are more than can be listed");
  }
}
