package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import java.util.List;

/** Checks what judges report, beyond its types. */
final class ReportCheck {
  private ReportCheck() {}

  /**
   * Checks the tests.
   *
   * @throws ProblemException 400 {@code invalid_request}
   */
  static ProgressReport check(ProgressReport report) {
    check(new Violations(), report.tests());
    return report;
  }

  /**
   * Checks verdict and tests.
   *
   * @throws ProblemException 400 {@code invalid_request}
   */
  static ResultReport check(ResultReport report) {
    check(
        new Violations()
            .check(report.verdict() != null, "verdict", "required", "Specify the verdict.")
            .check(
                Double.isFinite(report.points()) && Double.isFinite(report.maxPoints()),
                "points",
                "invalid",
                "Points must be finite numbers."),
        report.tests());
    return report;
  }

  private static void check(Violations violations, List<TestResult> tests) {
    violations
        .check(
            tests.stream().allMatch(test -> test.index() > 0 && test.verdict() != null),
            "tests",
            "invalid",
            "Each test needs an index of at least 1 and a verdict.")
        .check(
            tests.stream().map(TestResult::index).distinct().count() == tests.size(),
            "tests",
            "duplicate",
            "A report has each test once.")
        .check(
            tests.stream().allMatch(test -> Double.isFinite(test.points())),
            "tests",
            "invalid",
            "Points must be finite numbers.")
        .finish();
  }
}
