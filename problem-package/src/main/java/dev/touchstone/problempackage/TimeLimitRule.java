package dev.touchstone.problempackage;

import java.time.Duration;

/**
 * How the time limit follows from the submissions, where a package sets none.
 *
 * @param given whether the package sets the limit, so that nothing is computed
 * @param acceptedToLimit by which the time of the slowest accepted submission is multiplied
 * @param limitToExceeded by how much submissions that must exceed the limit have to exceed it
 * @param resolution the limit is a multiple of this many seconds
 * @param nearest whether it is the nearest multiple, as in the legacy version, or the next one
 */
public record TimeLimitRule(
    boolean given,
    double acceptedToLimit,
    double limitToExceeded,
    double resolution,
    boolean nearest) {

  /** What an author learns of a package that sets no limit. */
  public static final Fault NOT_GIVEN =
      Fault.warning(
          "problem.yaml",
          "sets no time limit, so that 1 s applies; ./touchstone verify computes one from the"
              + " accepted submissions and stores it in .timelimit");

  /** The limit for the time of the slowest accepted submission. */
  public Duration limit(Duration slowest) {
    double steps = slowest.toMillis() / 1000.0 * acceptedToLimit / resolution;
    double whole = Math.max(1, nearest ? Math.floor(steps + 0.5) : Math.ceil(steps));
    return Duration.ofMillis(Math.round(whole * resolution * 1000));
  }

  /** What a submission must exceed to be certainly too slow. */
  public Duration exceeded(Duration limit) {
    return Duration.ofMillis(Math.round(limit.toMillis() * limitToExceeded));
  }
}
