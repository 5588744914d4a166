package dev.touchstone.problempackage.conversion.polygon;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts solutions: the tag decides their folder, and sometimes which other verdicts are allowed.
 */
final class PolygonSolutions {
  private static final String MIXED = "mixed";

  private final PolygonPackage problem;

  PolygonSolutions(PolygonPackage problem) {
    this.problem = problem;
  }

  void write(ProblemXml xml) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (ProblemXml solution : xml.all("assets", "solutions", "solution")) {
      String path = solution.first("source").map(source -> source.attribute("path")).orElse("");
      String tag = solution.attribute("tag");
      String folder = folder(tag);
      String name = folder + "/" + path.substring(path.lastIndexOf('/') + 1);
      problem.copy(path, "submissions/" + name);
      if (folder.equals(MIXED)) {
        settings.put(name, rule(tag));
      }
    }
    if (!settings.isEmpty()) {
      problem.writeYaml("submissions/submissions.yaml", settings);
    }
  }

  private static String folder(String tag) {
    return switch (tag) {
      case "main", "accepted" -> "accepted";
      case "wrong-answer", "presentation-error" -> "wrong_answer";
      case "time-limit-exceeded" -> "time_limit_exceeded";
      case "memory-limit-exceeded" -> "memory_limit_exceeded";
      case "failed" -> "run_time_error";
      case "time-limit-exceeded-or-accepted", "time-limit-exceeded-or-memory-limit-exceeded" ->
          MIXED;
      default -> "rejected";
    };
  }

  private static Map<String, List<String>> rule(String tag) {
    return tag.endsWith("or-accepted")
        ? Map.of("permitted", List.of("AC", "TLE"))
        : Map.of("permitted", List.of("AC", "TLE", "MLE"), "required", List.of("TLE", "MLE"));
  }
}
