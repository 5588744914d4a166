package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lays out tests and batches: each becomes a group with its points. */
final class DmojTests {
  private final Conversion conversion;
  private final Conversion data;
  private final DmojChecker checker;

  /** The groups of batches, by their number, to which dependencies refer. */
  private final List<String> batches = new ArrayList<>();

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

  /** Writes all; returns whether there are points. */
  boolean write(JsonNode cases) throws IOException {
    if (!cases.isArray() || cases.isEmpty()) {
      conversion.fault(
          DmojPackage.NAME, "test_cases must be a list of tests; patterns are not supported");
      return false;
    }
    double total = 0;
    for (JsonNode one : cases) {
      total += one.path("points").asDouble(0);
    }
    boolean scoring = total > 0;
    int number = 0;
    for (JsonNode one : cases) {
      number++;
      String folder = String.format(Locale.ROOT, "secret/%03d", number);
      boolean batch = one.has("batched");
      int place = 0;
      for (JsonNode test : batch ? one.path("batched") : List.of(one)) {
        place++;
        copy(test, String.format(Locale.ROOT, "data/%s/%03d", folder, place));
      }
      if (batch) {
        batches.add(folder);
      }
      if (scoring) {
        writeSettings(folder, one, batch);
      }
    }
    if (scoring) {
      conversion.writeYaml(
          "data/secret/test_group.yaml",
          Map.of("scoring", Map.of("score", total, "aggregation", "sum")));
    }
    return scoring;
  }

  private void copy(JsonNode test, String base) throws IOException {
    for (String key : List.of("generator", "generator_args", "checker")) {
      if (test.has(key)) {
        conversion.fault(DmojPackage.NAME, key + " of a single test is not supported");
      }
    }
    data.copyText(test.path("in").asString("(in of a test)"), base + ".in");
    if (test.has("out") || !checker.interactive()) {
      data.copyText(test.path("out").asString("(out of a test)"), base + ".ans");
    } else {
      conversion.write(base + ".ans", "");
    }
  }

  private void writeSettings(String folder, JsonNode one, boolean batch) throws IOException {
    Map<String, Object> scoring = new LinkedHashMap<>();
    scoring.put("score", one.path("points").asDouble(0));
    // A batch is passed or failed as a whole; a single test may earn a part of its points.
    scoring.put("aggregation", batch ? "pass-fail" : "sum");
    List<String> required = new ArrayList<>();
    for (JsonNode dependency : one.path("dependencies")) {
      int number = dependency.asInt(0);
      if (number < 1 || number > batches.size() - (batch ? 1 : 0)) {
        conversion.fault(
            DmojPackage.NAME,
            "dependencies names the batch " + dependency + ", which is none before this one");
      } else {
        required.add(batches.get(number - 1));
      }
    }
    if (!required.isEmpty()) {
      scoring.put("require_pass", required);
    }
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("scoring", scoring));
    if (!batch && !checker.argumentsForParts().isEmpty()) {
      settings.put(DmojChecker.VALIDATOR_ARGUMENTS, checker.argumentsForParts());
    }
    conversion.writeYaml("data/" + folder + "/test_group.yaml", settings);
  }
}
