package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lays out tests and batches: each becomes a group with its points. */
final class DmojTests {
  private static final String POINTS = "points";
  static final String BATCHED = "batched";
  private static final String DEPENDENCIES = "dependencies";

  /** What a test is worth if nothing says so. */
  private static final double USUAL_POINTS = 1;

  private static final Set<String> OF_ALL_TESTS = Set.of("generator", "generator_args", "checker");
  private static final Set<String> KEYS = Set.of("in", "out", POINTS, DmojLimits.OUTPUT);

  private final Conversion conversion;
  private final Conversion data;
  private final DmojChecker checker;

  /** The groups of batches, by their number, to which dependencies refer. */
  private final List<String> batches = new ArrayList<>();

  /** Those of the pretests, which have numbers of their own. */
  private final List<String> pretests = new ArrayList<>();

  /**
   * What all that comes later requires: DMOJ stops after a failed test that is worth nothing. Such
   * a test requires the one before it, so that it is enough to name the last.
   */
  private List<String> deciding = List.of();

  /**
   * For one package.
   *
   * @param data where the tests' files come from
   */
  DmojTests(Conversion conversion, Conversion data, DmojChecker checker) {
    this.conversion = conversion;
    this.data = data;
    this.checker = checker;
  }

  /** A batch, or a test on its own. */
  private record Group(
      DmojNode node, boolean batch, List<DmojNode> tests, double points, boolean pretest) {
    Group asPretest() {
      return new Group(node, batch, tests, 0, true);
    }

    /** Whether nothing after it counts if it fails. */
    boolean deciding() {
      return points == 0 && (pretest || !batch);
    }
  }

  /**
   * Writes all; returns whether there are points.
   *
   * @param cases the list of tests
   */
  boolean write(JsonNode settings, JsonNode cases) throws IOException {
    DmojNode root = new DmojNode(List.of(settings));
    List<Group> groups =
        Stream.concat(
                settings
                    .path(DmojPackage.PRETESTS)
                    .valueStream()
                    .map(one -> group(root.inner(one)).asPretest()),
                cases.valueStream().map(one -> group(root.inner(one))))
            .toList();
    double total = groups.stream().mapToDouble(Group::points).sum();
    boolean scoring =
        total > 0
            && groups.stream()
                .flatMap(group -> group.tests().stream())
                .anyMatch(test -> !test.get(POINTS).isMissingNode());
    for (int i = 0; i < groups.size(); i++) {
      write(groups.get(i), String.format(Locale.ROOT, "secret/%03d", i + 1), scoring);
    }
    if (scoring) {
      conversion.writeYaml(
          "data/secret/test_group.yaml",
          Map.of("scoring", Map.of("score", total, "aggregation", "sum")));
    }
    return scoring;
  }

  private Group group(DmojNode node) {
    boolean batch = node.own().has(BATCHED);
    JsonNode batched = node.own().path(BATCHED);
    if (batch && (!batched.isArray() || batched.isEmpty())) {
      conversion.fault(DmojPackage.NAME, "batched must be a list of tests");
      return new Group(node, true, List.of(), 0, false);
    }
    List<DmojNode> tests = batch ? batched.valueStream().map(node::inner).toList() : List.of(node);
    // DMOJ's site shows the largest points of the tests of a batch as those of the batch.
    double points = tests.stream().mapToDouble(this::points).max().orElse(0);
    return new Group(node, batch, tests, points, false);
  }

  private double points(DmojNode test) {
    JsonNode points = test.get(POINTS);
    if (points.isMissingNode()) {
      return USUAL_POINTS;
    }
    if (!points.isNumber() || !(points.asDouble() >= 0)) {
      conversion.fault(DmojPackage.NAME, "points must be a number from 0, not " + points);
      return 0;
    }
    return points.asDouble();
  }

  private void write(Group group, String folder, boolean scoring) throws IOException {
    checkKeys(group.node(), Set.of(BATCHED, DEPENDENCIES), group.batch() ? "batch" : "test");
    int place = 0;
    for (DmojNode test : group.tests()) {
      place++;
      if (group.batch()) {
        checkKeys(test, Set.of(), "test");
      }
      copy(test, String.format(Locale.ROOT, "%s/%03d", folder, place));
    }
    if (group.batch()) {
      batches(group).add(folder);
    }
    if (scoring) {
      writeSettings(folder, group);
    }
    if (group.deciding()) {
      deciding = List.of(folder);
    }
  }

  private void checkKeys(DmojNode node, Set<String> others, String kind) {
    for (String key : node.own().propertyNames()) {
      if (OF_ALL_TESTS.contains(key)) {
        if (!node.own().path(key).equals(node.chain().getLast().path(key))) {
          conversion.fault(DmojPackage.NAME, key + " of a single " + kind + " is not supported");
        }
      } else if (!KEYS.contains(key) && !others.contains(key)) {
        conversion.warn(DmojPackage.NAME, key + " of a " + kind + " is not used");
      }
    }
  }

  private void copy(DmojNode test, String name) throws IOException {
    copy(test, "in", name, ".in", true);
    copy(test, "out", name, ".ans", checker.own());
  }

  private void copy(DmojNode test, String key, String name, String extension, boolean mayBeMissing)
      throws IOException {
    String file = test.text(key);
    if (file.isEmpty() && mayBeMissing) {
      conversion.write("data/" + name + extension, "");
    } else if (file.isEmpty()) {
      conversion.fault(
          DmojPackage.NAME, "the test " + name.replaceFirst("secret/", "") + " has no " + key);
    } else {
      // DMOJ looks beside the settings first.
      (conversion.has(file) ? conversion : data).copyText(file, "data/" + name + extension);
    }
  }

  private void writeSettings(String folder, Group group) throws IOException {
    Map<String, Object> scoring = new LinkedHashMap<>();
    scoring.put("score", group.points());
    // A batch is passed or failed as a whole; a single test may earn a part of its points.
    boolean parts = !group.batch() && !group.deciding();
    scoring.put("aggregation", parts ? "sum" : "pass-fail");
    List<String> required = required(group);
    if (!required.isEmpty()) {
      scoring.put("require_pass", required);
    }
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("scoring", scoring));
    if (parts && !checker.argumentsForParts().isEmpty()) {
      settings.put(DmojChecker.VALIDATOR_ARGUMENTS, checker.argumentsForParts());
    }
    conversion.writeYaml("data/" + folder + "/test_group.yaml", settings);
  }

  private List<String> batches(Group group) {
    return group.pretest() ? pretests : batches;
  }

  private List<String> required(Group group) {
    List<String> batches = batches(group);
    List<String> required = new ArrayList<>(deciding);
    for (JsonNode dependency : group.node().own().path(DEPENDENCIES)) {
      int number = dependency.asInt(0);
      if (number < 1 || number > batches.size() - (group.batch() ? 1 : 0)) {
        conversion.fault(
            DmojPackage.NAME,
            "dependencies names the batch " + dependency + ", which is none before this one");
      } else {
        required.add(batches.get(number - 1));
      }
    }
    return required.stream().distinct().toList();
  }
}
