package dev.touchstone.judge.command;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ExampleSubmission.TimeBound;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Time limits of packages that set none: computed from the accepted submissions, as the format
 * says, and stored in the package, so that every judge has the same.
 */
final class TimeLimits {
  /** What an accepted submission may take while nobody knows the limit. */
  static final Duration CEILING = Duration.ofSeconds(60);

  private TimeLimits() {}

  /**
   * The time limit of a package.
   *
   * @param problem the package's name
   * @param timeLimitMs in milliseconds
   * @param how how it was found, in words
   */
  record Found(String problem, long timeLimitMs, String how) {}

  /** Whether the time of a submission is needed to compute the limit of its package. */
  static boolean setsBound(ProblemPackage problem, ExampleSubmission submission) {
    return !problem.timeRule().given() && submission.bound() == TimeBound.LOWER;
  }

  /**
   * Computes the limit and stores it.
   *
   * @param results of the submissions for which {@link #setsBound} holds
   */
  static Optional<Found> compute(Packages.Opened opened, List<Verification> results) {
    ProblemPackage problem = opened.problem();
    Optional<Verification> slowest =
        results.stream()
            .filter(result -> result.verdict() == Verdict.AC)
            .max(Comparator.comparingLong(Verification::baseMs));
    return slowest.map(result -> {
      Duration limit = problem.timeRule().limit(Duration.ofMillis(result.baseMs()));
      String how =
          "computed from %s, which takes %d ms; %s"
              .formatted(result.submission(), result.cpuMs(), stored(opened, limit));
      return new Found(problem.presentation().slug(), limit.toMillis(), how);
    });
  }

  private static String stored(Packages.Opened opened, Duration limit) {
    String seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    String advice = "set limits: {time_limit: " + seconds + "} in problem.yaml";
    if (!opened.inPlace()) {
      return "not stored, since only a folder in the problem package format is changed: " + advice;
    }
    Path file = opened.problem().root().resolve(PackageReader.TIME_LIMIT_FILE);
    try {
      Files.writeString(file, seconds + "\n");
      return "stored in " + file;
    } catch (IOException e) {
      return "not stored, since " + file + " can't be written: " + advice;
    }
  }
}
