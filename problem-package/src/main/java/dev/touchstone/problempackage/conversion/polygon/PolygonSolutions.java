package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts solutions: the tag decides their folder, and sometimes which other verdicts are allowed.
 */
final class PolygonSolutions {
  private static final String MIXED = "mixed";

  private final Conversion conversion;

  PolygonSolutions(Conversion conversion) {
    this.conversion = conversion;
  }

  void write(ProblemXml xml) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (ProblemXml solution : xml.all("assets", "solutions", "solution")) {
      String path = solution.first("source").map(source -> source.attribute("path")).orElse("");
      String tag = solution.attribute("tag");
      String folder = folder(tag);
      if (tag.equals("do-not-run")) {
        conversion.warn(path, "is tagged do-not-run and left out");
        continue;
      }
      if (folder.isEmpty()) {
        conversion.warn(path, "has the unknown tag " + tag + "; it must only not be accepted");
        folder = "rejected";
      }
      if (!solution.all("extra-tags", "extra-tag").isEmpty()) {
        conversion.warn(path, "has tags for single groups or testsets, which are not checked");
      }
      String name = folder + "/" + path.substring(path.lastIndexOf('/') + 1);
      conversion.copy(path, "submissions/" + name);
      if (folder.equals(MIXED)) {
        settings.put(name, rule(tag));
      }
    }
    if (!settings.isEmpty()) {
      conversion.writeYaml("submissions/submissions.yaml", settings);
    }
  }

  /** The folder for a tag; empty if it is unknown. */
  private static String folder(String tag) {
    return switch (tag) {
      case "main", "accepted" -> "accepted";
      case "wrong-answer", "presentation-error" -> "wrong_answer";
      case "time-limit-exceeded" -> "time_limit_exceeded";
      case "memory-limit-exceeded" -> "memory_limit_exceeded";
      // Fails in any way: Polygon has no narrower word.
      case "rejected", "failed", "do-not-run" -> "rejected";
      case "time-limit-exceeded-or-accepted", "time-limit-exceeded-or-memory-limit-exceeded" ->
          MIXED;
      default -> "";
    };
  }

  private static Map<String, List<String>> rule(String tag) {
    return tag.endsWith("or-accepted")
        ? Map.of("permitted", List.of("AC", "TLE"))
        : Map.of("permitted", List.of("AC", "TLE", "MLE"), "required", List.of("TLE", "MLE"));
  }
}
