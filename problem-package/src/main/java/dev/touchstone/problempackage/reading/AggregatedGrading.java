package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a group of the later versions is graded: in {@code test_group.yaml} by itself (2025-09)
 * or below {@code scoring} (drafts of 2023-07).
 */
final class AggregatedGrading {
  /** Keys that are only for scoring problems. */
  private static final List<String> SCORING_KEYS =
      List.of("scoring", "max_score", "score_aggregation", "require_pass");

  private AggregatedGrading() {}

  static Aggregated of(YamlFile file, boolean scoring, String group) {
    if (file.has("static_validation_score")
        || (file.has("static_validation") && !isFalse(file, "static_validation"))) {
      file.fault("static_validation", "is not supported");
    }
    if (!scoring || group.startsWith("sample")) {
      for (String key : SCORING_KEYS) {
        if (file.has(key)) {
          file.fault(
              key,
              scoring
                  ? "is not allowed for samples, which are worth no points"
                  : "is for scoring problems only; set type: scoring in problem.yaml");
        }
      }
      return new Aggregated(Aggregation.PASS_FAIL, List.of());
    }
    YamlFile nested = file.section("scoring");
    Aggregation aggregation =
        file.text("score_aggregation")
            .or(() -> nested.text("aggregation"))
            .flatMap(AggregatedGrading::aggregation)
            .orElse(group.equals("secret") ? Aggregation.SUM : Aggregation.PASS_FAIL);
    List<String> requires =
        file.texts("require_pass").or(() -> nested.texts("require_pass")).orElse(List.of());
    return new Aggregated(aggregation, requires);
  }

  /** The maximum score of a group; empty if none is set, infinite for {@code unbounded}. */
  static Optional<Double> maxScore(YamlFile file) {
    return file.has("max_score")
        ? score(file, "max_score")
        : score(file.section("scoring"), "score");
  }

  private static Optional<Double> score(YamlFile file, String key) {
    if (file.text(key).filter("unbounded"::equals).isPresent()) {
      return Optional.of(Double.POSITIVE_INFINITY);
    }
    return file.number(key);
  }

  private static boolean isFalse(YamlFile file, String key) {
    return !file.isObject(key) && file.text(key).filter("false"::equals).isPresent();
  }

  private static Optional<Aggregation> aggregation(String word) {
    return switch (word) {
      case "pass-fail" -> Optional.of(Aggregation.PASS_FAIL);
      case "sum" -> Optional.of(Aggregation.SUM);
      case "min" -> Optional.of(Aggregation.MIN);
      default -> Optional.empty();
    };
  }
}
