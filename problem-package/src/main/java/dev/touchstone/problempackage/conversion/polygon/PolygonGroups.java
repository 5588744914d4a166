package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of a package with points: their order, folders, rules and dependencies. */
final class PolygonGroups {
  static final String VALIDATOR_ARGUMENTS = "output_validator_args";
  private static final String EACH_TEST = "each-test";
  private static final String COMPLETE_GROUP = "complete-group";

  /** Dependencies are followed by calls within calls. */
  private static final int MOST_GROUPS = 1_000;

  /** A group may require all tests of all groups before it, so this grows with the square. */
  private static final int MOST_REQUIRED = 100_000;

  private final Conversion conversion;
  private final List<String> argumentsForParts;
  private final Map<String, ProblemXml> described = new LinkedHashMap<>();

  /** What a group that requires another one names: the group, or all of its tests. */
  private final Map<String, List<String>> required = new LinkedHashMap<>();

  private int folders;
  private int allRequired;

  PolygonGroups(Conversion conversion, List<ProblemXml> groups, List<String> argumentsForParts) {
    this.conversion = conversion;
    this.argumentsForParts = argumentsForParts;
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

  /** The groups, each after those that it depends on, otherwise in the given order. */
  List<String> inOrder(Set<String> names) {
    if (names.size() > MOST_GROUPS) {
      conversion.fault(ProblemXml.NAME, "has more than " + MOST_GROUPS + " groups");
      return List.of();
    }
    Set<String> ordered = new LinkedHashSet<>();
    Set<String> open = new HashSet<>();
    names.forEach(name -> place(name, names, ordered, open));
    return List.copyOf(ordered);
  }

  private void place(String name, Set<String> names, Set<String> ordered, Set<String> open) {
    if (ordered.contains(name)) {
      return;
    }
    if (!open.add(name)) {
      conversion.fault(ProblemXml.NAME, "group " + name + " depends on itself");
      return;
    }
    for (String dependency : dependencies(name)) {
      if (names.contains(dependency)) {
        place(dependency, names, ordered, open);
      } else if (!described.containsKey(dependency)) {
        conversion.fault(
            ProblemXml.NAME, "group " + name + " depends on " + dependency + ", which is no group");
      }
    }
    ordered.add(name);
  }

  private List<String> dependencies(String name) {
    return Optional.ofNullable(described.get(name))
        .map(found -> found.all("dependencies", "dependency"))
        .orElse(List.of())
        .stream()
        .map(dependency -> dependency.attribute("group"))
        .distinct()
        .toList();
  }

  /** Adds the next group with the points of its tests. */
  Group add(String name, List<Double> points, boolean samples) {
    Optional<ProblemXml> description = Optional.ofNullable(described.get(name));
    double sum = points.stream().mapToDouble(Double::doubleValue).sum();
    double worth = description.flatMap(group -> group.number("points")).orElse(sum);
    boolean eachTest = policy(name, description).equals(EACH_TEST);
    if (samples && worth == 0 && sum == 0) {
      required.put(name, List.of("sample"));
      return new Group(name, "sample", 0, false, false);
    }
    if (eachTest
        && worth != sum
        && description.flatMap(group -> group.number("points")).isPresent()) {
      conversion.warn(
          ProblemXml.NAME,
          "group " + name + " is worth the points of its tests, " + sum + ", and not " + worth);
    }
    String readable = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
    String folder =
        String.format(Locale.ROOT, "secret/%02d", folders++ + 1)
            + (readable.isEmpty() ? "" : "_" + readable);
    boolean unequal = eachTest && points.stream().distinct().count() > 1;
    return new Group(name, folder, eachTest ? sum : worth, eachTest, unequal);
  }

  private String policy(String name, Optional<ProblemXml> description) {
    String policy =
        description
            .map(group -> group.attribute("points-policy"))
            .filter(found -> !found.isEmpty())
            .orElse(EACH_TEST);
    if (!policy.equals(EACH_TEST) && !policy.equals(COMPLETE_GROUP)) {
      conversion.fault(
          ProblemXml.NAME, "group " + name + " has the unknown points-policy " + policy);
    }
    return policy;
  }

  void writeSettings(Group group, List<String> tests) throws IOException {
    List<String> requires = required(group.name());
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

  private List<String> required(String group) {
    List<String> all = new ArrayList<>();
    for (String dependency : dependencies(group)) {
      List<String> some = required.getOrDefault(dependency, List.of());
      allRequired += some.size();
      if (allRequired > MOST_REQUIRED) {
        conversion.fault(
            ProblemXml.NAME,
            "the dependencies of the groups name more than "
                + MOST_REQUIRED
                + " tests; give groups that others depend on the points-policy "
                + COMPLETE_GROUP);
        return List.of();
      }
      all.addAll(some);
    }
    return all.stream().distinct().toList();
  }

  void writeSettings(String folder, String aggregation, double points, List<String> requires)
      throws IOException {
    Map<String, Object> scoring = new LinkedHashMap<>();
    scoring.put("score", points);
    scoring.put("aggregation", aggregation);
    if (!requires.isEmpty()) {
      scoring.put("require_pass", new ArrayList<>(requires));
    }
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("scoring", scoring));
    if (!argumentsForParts.isEmpty() && aggregation.equals("sum")) {
      settings.put(VALIDATOR_ARGUMENTS, argumentsForParts);
    }
    conversion.writeYaml("data/" + folder + "/test_group.yaml", settings);
  }
}
