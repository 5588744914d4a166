package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.Grading.ScoreMode;
import dev.touchstone.problempackage.Grading.VerdictMode;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a legacy group is graded. What a {@code testdata.yaml} leaves out is inherited from the
 * folder above it, as Kattis' problemtools has it.
 */
final class LegacyGrading {
  private static final Graded DEFAULT =
      new Graded(
          VerdictMode.WORST_ERROR,
          ScoreMode.SUM,
          false,
          false,
          true,
          1,
          0,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  private LegacyGrading() {}

  /** The rule of the whole, from {@code problem.yaml}. */
  static Graded ofProblem(YamlFile grading) {
    if (grading.text("objective").orElse("max").equals("min")) {
      grading.fault("objective", "min is not supported: more points are always better");
    }
    Graded read = limits(grading, DEFAULT);
    boolean stop =
        grading
            .text("on_reject")
            .map(word -> word.equals("first_error"))
            .orElse(read.breakOnReject());
    return new Graded(
        read.verdictMode(),
        read.scoreMode(),
        false,
        false,
        stop,
        read.acceptScore(),
        read.rejectScore(),
        read.least(),
        read.most());
  }

  /** The rule of a group. */
  static Graded of(YamlFile file, Graded parent, boolean scoring, boolean top) {
    if (file.text("grading").orElse("default").equals("custom")) {
      file.fault("grading", "custom is not supported; use grader_flags");
    }
    if (!scoring) {
      for (String key : List.of("accept_score", "reject_score", "range")) {
        if (file.has(key)) {
          file.fault(key, "is for scoring problems only; set type: scoring in problem.yaml");
        }
      }
    }
    Graded read = limits(file, parent);
    boolean stop =
        file.text("on_reject").map(word -> word.equals("break")).orElse(parent.breakOnReject());
    Optional<List<String>> flags = file.texts("grader_flags");
    if (flags.isEmpty()) {
      return withFlags(parent, read, stop, parent.ignoreSample() && top);
    }
    return withFlags(
        flags(file, flags.get(), top), read, stop, flags.get().contains("ignore_sample"));
  }

  private static Graded withFlags(Graded flags, Graded read, boolean stop, boolean ignoreSample) {
    return new Graded(
        flags.verdictMode(),
        flags.scoreMode(),
        ignoreSample,
        flags.acceptIfAnyAccepted(),
        stop,
        read.acceptScore(),
        read.rejectScore(),
        read.least(),
        read.most());
  }

  /** Of modes that exclude each other the last counts. */
  private static Graded flags(YamlFile file, List<String> flags, boolean top) {
    VerdictMode verdict = VerdictMode.WORST_ERROR;
    ScoreMode score = ScoreMode.SUM;
    boolean any = false;
    for (String flag : flags) {
      switch (flag) {
        // The name that this rule had first.
        case "worst_error", "no_errors" -> verdict = VerdictMode.WORST_ERROR;
        case "first_error" -> verdict = VerdictMode.FIRST_ERROR;
        case "always_accept" -> verdict = VerdictMode.ALWAYS_ACCEPT;
        case "sum" -> score = ScoreMode.SUM;
        case "avg" -> score = ScoreMode.AVG;
        case "min" -> score = ScoreMode.MIN;
        case "max" -> score = ScoreMode.MAX;
        case "accept_if_any_accepted" -> any = true;
        case "ignore_sample" -> {
          if (!top) {
            file.fault("grader_flags", "ignore_sample is for data/testdata.yaml only");
          }
        }
        default -> file.fault("grader_flags", flag + " is not a flag of the default grader");
      }
    }
    return new Graded(verdict, score, false, any, true, 0, 0, 0, 0);
  }

  private static Graded limits(YamlFile file, Graded parent) {
    double least = parent.least();
    double most = parent.most();
    Optional<List<String>> range = file.texts("range");
    if (range.isPresent()) {
      try {
        least = bound(range.get().getFirst());
        most = bound(range.get().getLast());
        if (range.get().size() != 2 || least > most) {
          throw new NumberFormatException();
        }
      } catch (RuntimeException e) {
        file.fault("range", "must be two numbers, the least and the highest score");
      }
    }
    return new Graded(
        parent.verdictMode(),
        parent.scoreMode(),
        parent.ignoreSample(),
        parent.acceptIfAnyAccepted(),
        parent.breakOnReject(),
        file.number("accept_score").orElse(parent.acceptScore()),
        file.number("reject_score").orElse(parent.rejectScore()),
        least,
        most);
  }

  private static double bound(String text) {
    return switch (text) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
