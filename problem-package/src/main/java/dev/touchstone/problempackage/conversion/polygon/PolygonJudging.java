package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a Polygon package is judged.
 *
 * @param testset the tests that decide, with their limits
 * @param inputFile what a program reads instead of standard input; empty for none
 * @param outputFile what it writes; empty for none
 * @param pointsArePercent whether points of the checker are per cent of the test's points
 */
record PolygonJudging(
    ProblemXml testset, String inputFile, String outputFile, boolean pointsArePercent) {
  /** The tests that decide; others, such as {@code pretests}, are for a contest. */
  private static final String DECIDING = "tests";

  /** What Polygon writes for the standard streams. */
  private static final Set<String> STREAMS = Set.of("", "stdin", "stdout");

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  static PolygonJudging read(ProblemXml xml, Conversion conversion) {
    ProblemXml judging = xml.first("judging").orElse(xml);
    String runs = judging.attribute("run-count");
    if (!runs.isEmpty() && !runs.equals("1")) {
      conversion.fault(
          ProblemXml.NAME,
          "run-count is "
              + runs
              + ": programs that run several times on a test are not supported; use a multi-pass"
              + " problem of the ICPC format");
    }
    return new PolygonJudging(
        testset(xml, conversion),
        fileName(judging, "input-file", conversion),
        fileName(judging, "output-file", conversion),
        judging.attribute("treat-points-from-checker-as-percent").equals("true"));
  }

  private static ProblemXml testset(ProblemXml xml, Conversion conversion) {
    List<ProblemXml> all = xml.all("judging", "testset");
    if (all.isEmpty()) {
      conversion.fault(ProblemXml.NAME, "contains no testset");
      return xml;
    }
    ProblemXml chosen =
        all.stream()
            .filter(testset -> testset.attribute("name").equals(DECIDING))
            .findFirst()
            .orElseGet(() ->
                all.stream()
                    .max(Comparator.comparingInt(testset -> testset.all("tests", "test").size()))
                    .orElseThrow());
    for (ProblemXml other : all) {
      if (!other.attribute("name").equals(chosen.attribute("name"))) {
        conversion.warn(
            ProblemXml.NAME,
            "the testset "
                + other.attribute("name")
                + " is not used; submissions are judged on "
                + chosen.attribute("name")
                + ", with its limits");
      }
    }
    return chosen;
  }

  private static String fileName(ProblemXml judging, String key, Conversion conversion) {
    String name = judging.attribute(key);
    if (STREAMS.contains(name)) {
      return "";
    }
    if (!FILE_NAME.matcher(name).matches()) {
      conversion.fault(ProblemXml.NAME, key + " must be a plain file name, not " + name);
    }
    return name;
  }
}
