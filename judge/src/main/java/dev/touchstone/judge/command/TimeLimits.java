package dev.touchstone.judge.command;

import dev.touchstone.judge.verification.ComputedLimit;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Stores computed time limits in their packages, so that every judge has the same. */
final class TimeLimits {
  private TimeLimits() {}

  /**
   * The time limit of a package.
   *
   * @param problem the package's name
   * @param timeLimitMs in milliseconds
   * @param how how it was found, in words
   */
  record Found(String problem, long timeLimitMs, String how) {}

  /** Stores a limit. */
  static Found store(Packages.Opened opened, ComputedLimit computed) {
    String how =
        "computed from %s, which takes %d ms; %s"
            .formatted(computed.submission(), computed.cpuMs(), stored(opened, computed.limit()));
    return new Found(opened.problem().presentation().slug(), computed.limit().toMillis(), how);
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
