package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.Grading;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import org.jspecify.annotations.Nullable;

/**
 * The score of a test, by the rules of the package's version. A score that a validator may not give
 * is a fault of the package.
 */
final class Scores {
  /** Sums of shares like a third are not exact. */
  private static final double TOLERANCE = 1e-6;

  private final ProblemPackage problem;

  Scores(ProblemPackage problem) {
    this.problem = problem;
  }

  double of(TestGroup group, TestCase test, TestOutcome outcome) {
    if (!problem.scoring()) {
      return 0;
    }
    return switch (group.grading()) {
      case Graded graded -> legacy(graded, outcome);
      case Aggregated(Aggregation aggregation, _) ->
          test.sample() ? 0 : later(aggregation, test, outcome);
    };
  }

  /** Fails if a group has more points than it can have. */
  static double within(TestGroup group, double score) {
    if (group.grading() instanceof Graded graded) {
      if (score < graded.least() - TOLERANCE || score > graded.most() + TOLERANCE) {
        throw new PackageFaultException(
            "The score " + score + " of " + nameOf(group) + " is out of range.");
      }
    } else if (score > group.points() + TOLERANCE) {
      throw new PackageFaultException(
          "The score " + score + " of " + nameOf(group) + " exceeds its maximum.");
    }
    return score;
  }

  private static String nameOf(TestGroup group) {
    return group.name().isEmpty() ? "the submission" : group.name();
  }

  private static double legacy(Graded graded, TestOutcome outcome) {
    ValidatorReport report = outcome.report();
    if (report != null && report.score().isPresent()) {
      return report.score().getAsDouble();
    }
    return outcome.accepted() ? graded.acceptScore() : graded.rejectScore();
  }

  private static double later(Aggregation aggregation, TestCase test, TestOutcome outcome) {
    ValidatorReport report = outcome.report();
    boolean score = report != null && report.score().isPresent();
    boolean multiplier = report != null && report.multiplier().isPresent();
    if ((score || multiplier) && aggregation == Aggregation.PASS_FAIL) {
      throw new PackageFaultException("The validator gave a score to a test that is pass-fail.");
    }
    if ((score || multiplier) && !outcome.accepted()) {
      throw new PackageFaultException("The validator gave a score to an output that it rejected.");
    }
    if (score && multiplier) {
      throw new PackageFaultException(
          "The validator wrote both score.txt and score_multiplier.txt.");
    }
    if (!outcome.accepted() || aggregation == Aggregation.PASS_FAIL) {
      return 0;
    }
    return accepted(test.points(), report, score, multiplier);
  }

  private static double accepted(
      double most, @Nullable ValidatorReport report, boolean score, boolean multiplier) {
    if (report != null && score) {
      double given = report.score().getAsDouble();
      if (given < 0 || given > most + TOLERANCE) {
        throw new PackageFaultException(
            "The validator gave the score " + given + ", out of " + most + ".");
      }
      return given;
    }
    if (Double.isInfinite(most)) {
      throw new PackageFaultException(
          "The validator wrote no score.txt for a test without a maximum score.");
    }
    if (report != null && multiplier) {
      double given = report.multiplier().getAsDouble();
      if (given < 0 || given > 1) {
        throw new PackageFaultException(
            "The validator gave the multiplier " + given + ", which is not between 0 and 1.");
      }
      return given * most;
    }
    return most;
  }

  /** Whether a test's points are its own and not its group's. */
  static boolean ownPoints(Grading grading) {
    return switch (grading) {
      case Graded _ -> true;
      case Aggregated(Aggregation aggregation, _) -> aggregation == Aggregation.SUM;
    };
  }
}
