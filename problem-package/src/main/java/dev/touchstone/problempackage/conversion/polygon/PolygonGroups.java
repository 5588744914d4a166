package dev.touchstone.problempackage.conversion.polygon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The groups of a package with points: their folders, rules and dependencies. */
final class PolygonGroups {
  static final String VALIDATOR_ARGUMENTS = "output_validator_args";

  private final PolygonPackage problem;
  private final boolean ownChecker;
  private final Map<String, ProblemXml> described = new LinkedHashMap<>();

  /** What a group that requires another one names: the group, or all of its tests. */
  private final Map<String, List<String>> required = new LinkedHashMap<>();

  PolygonGroups(PolygonPackage problem, List<ProblemXml> groups, boolean ownChecker) {
    this.problem = problem;
    this.ownChecker = ownChecker;
    groups.forEach(group -> described.put(group.attribute("name"), group));
  }

  /**
   * One group.
   *
   * @param folder below {@code data}
   * @param eachTest whether its tests earn their points one by one
   * @param ofUnequalTests whether they are worth different points
   */
  record Group(
      String name, String folder, double points, boolean eachTest, boolean ofUnequalTests) {}

  /** Adds the next group with the points of its tests. */
  Group add(String name, List<Double> points, boolean samples) {
    Optional<ProblemXml> description = Optional.ofNullable(described.get(name));
    double sum = points.stream().mapToDouble(Double::doubleValue).sum();
    double worth = description.flatMap(group -> group.number("points")).orElse(sum);
    String policy = description.map(group -> group.attribute("points-policy")).orElse("each-test");
    boolean eachTest = policy.equals("each-test");
    if (samples && worth == 0 && !points.isEmpty()) {
      required.put(name, List.of("sample"));
      return new Group(name, "sample", 0, false, false);
    }
    String readable = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
    String folder =
        String.format(Locale.ROOT, "secret/%02d", required.size())
            + (readable.isEmpty() ? "" : "_" + readable);
    boolean unequal = eachTest && points.stream().distinct().count() > 1;
    return new Group(name, folder, eachTest ? sum : worth, eachTest, unequal);
  }

  void writeSettings(Group group, List<String> tests) throws IOException {
    List<String> requires = new ArrayList<>();
    for (ProblemXml dependency :
        Optional.ofNullable(described.get(group.name()))
            .map(found -> found.all("dependencies", "dependency"))
            .orElse(List.of())) {
      String name = dependency.attribute("group");
      List<String> before = required.get(name);
      if (before == null) {
        problem.fault(
            ProblemXml.NAME,
            "group " + group.name() + " depends on " + name + ", which is not a group before it");
      } else {
        requires.addAll(before);
      }
    }
    writeSettings(group.folder(), group.eachTest() ? "sum" : "pass-fail", group.points(), requires);
    required.put(
        group.name(),
        group.eachTest()
            ? tests.stream()
                .map(test ->
                    group.folder() + "/" + (group.ofUnequalTests() ? test + "/" + test : test))
                .toList()
            : List.of(group.folder()));
  }

  void writeSettings(String folder, String aggregation, double points, List<String> requires)
      throws IOException {
    Map<String, Object> scoring = new LinkedHashMap<>();
    scoring.put("score", points);
    scoring.put("aggregation", aggregation);
    if (!requires.isEmpty()) {
      scoring.put("require_pass", requires);
    }
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("scoring", scoring));
    if (ownChecker && aggregation.equals("sum")) {
      settings.put(VALIDATOR_ARGUMENTS, PolygonChecker.PARTIAL);
    }
    problem.writeYaml("data/" + folder + "/test_group.yaml", settings);
  }
}
