package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.dmoj.DmojTestNames.Position;
import dev.touchstone.problempackage.conversion.dmoj.DmojTestNames.UnusableException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds tests by the names of files, where {@code test_cases} does not list them: it may have
 * regular expressions for the names and the points, or be missing.
 */
final class DmojFoundTests {
  private static final String INPUT = "input_format";
  private static final String OUTPUT = "output_format";
  private static final String POINTS = "case_points";
  private static final Set<String> KEYS = Set.of(INPUT, OUTPUT, POINTS);

  /** Numbers by their value, and before all else. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing((String text) -> text.isEmpty() || !isNumber(text))
          .thenComparingLong(text -> isNumber(text) ? Long.parseLong(text) : 0L)
          .thenComparing(Comparator.naturalOrder());

  private final Conversion conversion;
  private final Conversion data;

  /**
   * For one package.
   *
   * @param data where the tests are
   */
  DmojFoundTests(Conversion conversion, Conversion data) {
    this.conversion = conversion;
    this.data = data;
  }

  /** The files of the tests of a batch, or those with the same number outside of batches. */
  private record Group(boolean batch, Map<String, ObjectNode> tests) {}

  /**
   * The tests as {@code test_cases} would list them; an empty list, with a fault, if there are
   * none.
   *
   * @param settings what is there instead of the list
   */
  ArrayNode find(JsonNode settings) throws IOException {
    for (String key : settings.propertyNames()) {
      if (!KEYS.contains(key)) {
        conversion.warn(DmojPackage.NAME, key + " of test_cases is not used");
      }
    }
    Optional<DmojTestNames> inputs = names(settings, INPUT, "in");
    Optional<DmojTestNames> answers = names(settings, OUTPUT, "out");
    if (inputs.isEmpty() || answers.isEmpty()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    Map<String, Group> groups = new TreeMap<>(BY_NUMBER);
    Set<String> batches = new TreeSet<>();
    for (String name : data.names()) {
      if (name.startsWith(DmojPackage.SUBMISSIONS + "/")) {
        continue;
      }
      inputs.get().find(name).ifPresent(found -> add(groups, batches, found, "in", name));
      answers.get().find(name).ifPresent(found -> add(groups, batches, found, "out", name));
    }
    ArrayNode tests = listed(groups, batches);
    if (tests.isEmpty()) {
      conversion.fault(
          DmojPackage.NAME,
          "test_cases lists no tests, and no files have the names of tests, such as 1.in and 1.out");
    }
    addPoints(tests, settings.path(POINTS));
    return tests;
  }

  private Optional<DmojTestNames> names(JsonNode settings, String key, String kind) {
    JsonNode expression = settings.path(key);
    if (expression.isMissingNode() || expression.isNull()) {
      return Optional.of(DmojTestNames.usual(kind));
    }
    try {
      return Optional.of(DmojTestNames.matching(expression.asString("")));
    } catch (UnusableException e) {
      conversion.fault(DmojPackage.NAME, key + " " + e.getMessage());
      return Optional.empty();
    }
  }

  private void add(
      Map<String, Group> groups, Set<String> batches, Position found, String key, String name) {
    boolean batched = !found.batch().isEmpty();
    String number = unpadded(batched ? found.batch() : found.test());
    if (batched) {
      batches.add(number);
    }
    Group group = groups.computeIfAbsent(number, _ -> new Group(batched, new TreeMap<>(BY_NUMBER)));
    ObjectNode test =
        group
            .tests()
            .computeIfAbsent(unpadded(found.test()), _ -> JsonNodeFactory.instance.objectNode());
    if (test.has(key)) {
      conversion.fault(
          DmojPackage.NAME,
          test.path(key).asString()
              + " and "
              + name
              + " are for the same test; list the tests in"
              + " test_cases");
    }
    test.put(key, name);
  }

  private ArrayNode listed(Map<String, Group> groups, Set<String> batches) {
    ArrayNode listed = JsonNodeFactory.instance.arrayNode();
    groups.forEach((number, group) -> {
      group
          .tests()
          .values()
          .forEach(test -> {
            if (!test.has("in")) {
              conversion.fault(
                  DmojPackage.NAME,
                  test.path("out").asString() + " is an answer for which no input was found");
            }
          });
      if (batches.contains(number)) {
        if (!group.batch()) {
          conversion.fault(
              DmojPackage.NAME,
              "the number "
                  + number
                  + " is that of a batch and that of a test; list the tests in"
                  + " test_cases");
        }
        listed.addObject().putArray("batched").addAll(group.tests().values());
      } else {
        listed.addAll(group.tests().values());
      }
    });
    return listed;
  }

  private void addPoints(ArrayNode tests, JsonNode points) {
    if (points.isMissingNode() || points.isNull() || tests.isEmpty()) {
      return;
    }
    if (!points.isArray() || points.size() < tests.size()) {
      conversion.fault(
          DmojPackage.NAME,
          "case_points must list the points of the " + tests.size() + " tests and batches");
      return;
    }
    if (points.size() > tests.size()) {
      conversion.warn(
          DmojPackage.NAME,
          "case_points has "
              + points.size()
              + " entries for "
              + tests.size()
              + " tests and batches; the last are not used");
    }
    List<JsonNode> all = points.valueStream().toList();
    for (int i = 0; i < tests.size(); i++) {
      ((ObjectNode) tests.get(i)).set("points", all.get(i));
    }
  }

  private static String unpadded(String number) {
    return isNumber(number) ? Long.toString(Long.parseLong(number)) : number;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 18
        && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }
}
