package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays out tests and groups. Where there are points, each group becomes one of the same name behind
 * a number that keeps the order; samples without points are samples and nothing else.
 */
final class PolygonTests {
  private final Conversion conversion;
  private final List<String> argumentsForParts;

  /** For one package; its checker may give points in parts. */
  PolygonTests(Conversion conversion, PolygonChecker checker) {
    this.conversion = conversion;
    this.argumentsForParts = checker.argumentsForParts();
  }

  /** A test by its place from 1, and the number of the group that it belongs to. */
  private record NumberedTest(int number, boolean sample, String group, double points) {}

  /** Writes all; returns whether there are points. */
  boolean write(ProblemXml testset) throws IOException {
    List<NumberedTest> tests = tests(testset);
    if (tests.isEmpty()) {
      conversion.fault(ProblemXml.NAME, "contains no test");
    }
    List<ProblemXml> groups = testset.all("groups", "group");
    boolean scoring =
        tests.stream().anyMatch(test -> test.points() > 0)
            || groups.stream().anyMatch(group -> group.number("points").orElse(0.0) > 0);
    Paths paths = new Paths(testset);
    List<PolygonExamples.Sample> samples = new ArrayList<>();
    for (NumberedTest test : tests) {
      if (test.sample()) {
        copy(paths, test, "sample");
        int number = test.number();
        samples.add(
            new PolygonExamples.Sample(
                paths.input(number), paths.answer(number), "data/sample/" + paths.name(number)));
      }
    }
    new PolygonExamples(conversion).write(samples);
    if (scoring) {
      writeGroups(paths, tests, groups);
    } else {
      for (NumberedTest test : tests) {
        if (!test.sample() || tests.stream().allMatch(NumberedTest::sample)) {
          copy(paths, test, "secret");
        }
      }
    }
    return scoring;
  }

  private static List<NumberedTest> tests(ProblemXml testset) {
    List<NumberedTest> tests = new ArrayList<>();
    for (ProblemXml test : testset.all("tests", "test")) {
      tests.add(
          new NumberedTest(
              tests.size() + 1,
              test.attribute("sample").equals("true"),
              test.attribute("group"),
              test.number("points").orElse(0.0)));
    }
    return tests;
  }

  private void writeGroups(Paths paths, List<NumberedTest> tests, List<ProblemXml> described)
      throws IOException {
    Map<String, List<NumberedTest>> byGroup = new LinkedHashMap<>();
    tests.forEach(test -> byGroup.computeIfAbsent(test.group(), _ -> new ArrayList<>()).add(test));
    PolygonGroups groups = new PolygonGroups(conversion, described, argumentsForParts);
    double total = 0;
    for (String name : groups.inOrder(byGroup.keySet())) {
      List<NumberedTest> members = byGroup.getOrDefault(name, List.of());
      List<Double> points = members.stream().map(NumberedTest::points).toList();
      boolean samples = members.stream().allMatch(NumberedTest::sample);
      PolygonGroups.Group group = groups.add(name, points, samples);
      if (group.folder().equals("sample")) {
        continue;
      }
      total += group.points();
      for (NumberedTest test : members) {
        if (group.ofUnequalTests()) {
          String own = group.folder() + "/" + paths.name(test.number());
          groups.writeSettings(own, "sum", test.points(), List.of());
          copy(paths, test, own);
        } else {
          copy(paths, test, group.folder());
        }
      }
      groups.writeSettings(group, members.stream().map(test -> paths.name(test.number())).toList());
    }
    if (!argumentsForParts.isEmpty() && tests.stream().anyMatch(NumberedTest::sample)) {
      conversion.writeYaml(
          "data/sample/test_group.yaml",
          Map.of(PolygonGroups.VALIDATOR_ARGUMENTS, argumentsForParts));
    }
    conversion.writeYaml(
        "data/secret/test_group.yaml",
        Map.of("scoring", Map.of("score", total, "aggregation", "sum")));
  }

  private void copy(Paths paths, NumberedTest test, String group) throws IOException {
    String base = "data/" + group + "/" + paths.name(test.number());
    conversion.copyText(paths.input(test.number()), base + ".in");
    conversion.copyText(paths.answer(test.number()), base + ".ans");
  }

  /** Where tests are: patterns with their number, such as {@code tests/%02d.a}. */
  private static final class Paths {
    private final String input;
    private final String answer;

    Paths(ProblemXml testset) {
      input = pattern(testset, "input-path-pattern", "tests/%02d");
      answer = pattern(testset, "answer-path-pattern", input + ".a");
    }

    private static String pattern(ProblemXml testset, String key, String usual) {
      return testset
          .first(key)
          .map(ProblemXml::text)
          .filter(pattern -> pattern.matches("[^%]*%0?[0-9]?d[^%]*"))
          .orElse(usual);
    }

    String input(int number) {
      return String.format(Locale.ROOT, input, number);
    }

    String answer(int number) {
      return String.format(Locale.ROOT, answer, number);
    }

    String name(int number) {
      return String.format(Locale.ROOT, "%03d", number);
    }
  }
}
