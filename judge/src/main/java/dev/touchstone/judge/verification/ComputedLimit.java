package dev.touchstone.judge.verification;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ExampleSubmission.TimeBound;
import dev.touchstone.problempackage.ProblemPackage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time limit of a package that sets none, computed from the accepted submissions as the format
 * says.
 *
 * @param place of the package among those that are verified
 * @param limit the limit
 * @param submission the slowest of the accepted ones
 * @param cpuMs what that took
 */
public record ComputedLimit(int place, Duration limit, String submission, long cpuMs) {
  /** What an accepted submission may take while nobody knows the limit. */
  static final Duration CEILING = Duration.ofSeconds(60);

  /** Whether the time of a submission is needed to compute the limit of its package. */
  static boolean setsBound(ProblemPackage problem, ExampleSubmission submission) {
    return !problem.timeRule().given() && submission.bound() == TimeBound.LOWER;
  }

  /**
   * Computes the limit.
   *
   * @param results of the submissions for which {@link #setsBound} holds
   */
  static Optional<ComputedLimit> of(int place, ProblemPackage problem, List<Verification> results) {
    return results.stream()
        .filter(result -> result.verdict() == Verdict.AC)
        .max(Comparator.comparingLong(Verification::baseMs))
        .map(result ->
            new ComputedLimit(
                place,
                problem.timeRule().limit(Duration.ofMillis(result.baseMs())),
                result.submission(),
                result.cpuMs()));
  }
}
