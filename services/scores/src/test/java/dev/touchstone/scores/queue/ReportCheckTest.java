package dev.touchstone.scores.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges of other versions, and what is no judge, may report anything. */
class ReportCheckTest {
  @Test
  void takesEachTestOnce() {
    ResultReport right = report(1, 1, test(1, 0), test(2, 1));
    assertThat(ReportCheck.check(right)).isSameAs(right);
    assertRefused(report(1, 1, test(1, 0), test(2, 1), test(1, 0)));
  }

  /** As 1e999 in JSON is read; two of them would make a share that is no number. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
  void takesFinitePointsOnly(double points) {
    assertRefused(report(points, 1));
    assertRefused(report(1, points));
    assertRefused(report(1, 1, test(1, points)));
  }

  private static void assertRefused(ResultReport report) {
    assertThatThrownBy(() -> ReportCheck.check(report))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  private static ResultReport report(double points, double most, TestResult... tests) {
    return new ResultReport(1, Verdict.AC, points, most, 0, 0, 0, null, null, List.of(tests), null);
  }

  private static TestResult test(int index, double points) {
    return new TestResult(
        index,
        "secret/" + index,
        "",
        false,
        Verdict.AC,
        points,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
