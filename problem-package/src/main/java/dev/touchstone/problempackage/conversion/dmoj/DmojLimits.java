package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The limits of a folder of DMOJ: only that of the output is in it. */
final class DmojLimits {
  static final String OUTPUT = "output_limit_length";
  private static final int MIB = 1 << 20;

  /** In bytes; no program writes as much. */
  private static final long MOST = 1L << 40;

  private static final long USUAL = 24 * MIB;

  private DmojLimits() {}

  /** The limits, as {@code problem.yaml} has them; the largest of all tests holds for each. */
  static Map<String, Object> read(JsonNode settings, Conversion conversion) {
    List<JsonNode> given = new ArrayList<>();
    for (String key : List.of(DmojPackage.PRETESTS, DmojPackage.TESTS)) {
      for (JsonNode test : settings.path(key)) {
        given.add(test.path(OUTPUT));
        test.path(DmojTests.BATCHED).forEach(inner -> given.add(inner.path(OUTPUT)));
      }
    }
    given.removeIf(JsonNode::isMissingNode);
    JsonNode ofAll = settings.path(OUTPUT);
    if (given.isEmpty() && ofAll.isMissingNode()) {
      return Map.of();
    }
    long most = ofAll.isMissingNode() ? USUAL : bytes(ofAll, conversion);
    boolean different = ofAll.isMissingNode();
    for (JsonNode one : given) {
      long bytes = bytes(one, conversion);
      different |= bytes != most;
      most = Math.max(most, bytes);
    }
    long mib = (most + MIB - 1) / MIB;
    if (different || mib * MIB != most) {
      conversion.warn(
          DmojPackage.NAME,
          OUTPUT + " is one limit for all tests here, in whole MiB: " + mib + " MiB");
    }
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("output", mib);
    return limits;
  }

  private static long bytes(JsonNode value, Conversion conversion) {
    if (!value.canConvertToLong() || value.asLong() < 1 || value.asLong() > MOST) {
      conversion.fault(
          DmojPackage.NAME, OUTPUT + " must be a number of bytes, at most 1 TiB, not " + value);
      return 1;
    }
    return value.asLong();
  }
}
