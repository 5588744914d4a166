package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a group of the later versions is graded: in {@code test_group.yaml} by itself (2025-09)
 * or below {@code scoring} (drafts of 2023-07).
 */
final class AggregatedGrading {
  private static final Set<String> KEYS =
      Set.of(
          "args",
          "input_validator_args",
          "output_validator_args",
          "static_validator_args",
          "input_visualizer_args",
          "output_visualizer_args",
          "full_feedback",
          "hint",
          "description",
          "scoring",
          "max_score",
          "score_aggregation",
          "require_pass",
          "static_validation",
          "static_validation_score");

  /** Keys that only have a meaning where points are given. */
  private static final List<String> SCORING_KEYS =
      List.of("scoring", "max_score", "score_aggregation", "require_pass");

  private AggregatedGrading() {}

  static Aggregated of(YamlFile file, boolean scoring, String group) {
    file.allow(KEYS);
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
                  ? "is not allowed for samples, which give no points"
                  : "is for scoring problems; type: scoring makes this one");
        }
      }
      return new Aggregated(Aggregation.PASS_FAIL, List.of());
    }
    YamlFile nested = file.section("scoring");
    nested.allow(Set.of("score", "aggregation", "require_pass"));
    Aggregation aggregation =
        file.word("score_aggregation", words())
            .or(() -> nested.word("aggregation", words()))
            .map(AggregatedGrading::aggregation)
            .orElse(group.equals("secret") ? Aggregation.SUM : Aggregation.PASS_FAIL);
    List<String> requires =
        file.texts("require_pass").or(() -> nested.texts("require_pass")).orElse(List.of());
    return new Aggregated(aggregation, requires);
  }

  /** The most that a group is worth; empty where nothing says, infinite for {@code unbounded}. */
  static Optional<Double> maxScore(YamlFile file) {
    return file.has("max_score")
        ? score(file, "max_score")
        : score(file.section("scoring"), "score");
  }

  private static Optional<Double> score(YamlFile file, String key) {
    if (file.text(key).filter("unbounded"::equals).isPresent()) {
      return Optional.of(Double.POSITIVE_INFINITY);
    }
    return file.number(key, 0);
  }

  private static boolean isFalse(YamlFile file, String key) {
    return !file.isObject(key) && file.text(key).filter("false"::equals).isPresent();
  }

  private static List<String> words() {
    return List.of("pass-fail", "sum", "min");
  }

  private static Aggregation aggregation(String word) {
    return Aggregation.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
