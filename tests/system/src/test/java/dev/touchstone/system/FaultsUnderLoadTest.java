package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.standalone.bench.Accounts;
import dev.touchstone.standalone.classbench.ClassBenchmark;
import dev.touchstone.standalone.classbench.ClassLoad;
import dev.touchstone.standalone.classbench.ClassReport;
import dev.touchstone.system.FiveProcesses.Part;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class at work, the short form of {@code bench class}: first undisturbed, then while each part
 * of the platform is killed and every connection to the databases cut, one after the other.
 */
class FaultsUnderLoadTest {
  private static final int LEARNERS = 20;
  private static final Duration UNDISTURBED = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofSeconds(4);

  /** The class signs in from one address; leases end soon after the judge that had them. */
  private static final Map<String, String> NO_LIMITS =
      Map.of("TOUCHSTONE_RATE_LOGIN", "0", "TOUCHSTONE_RATE_ADDRESS", "0");

  private static final Map<String, String> SHORT_LEASES =
      Map.of("TOUCHSTONE_LEASE", "3s", "TOUCHSTONE_TRIES", "20");

  private static final Map<String, String> COMMENTS =
      Map.of("python3", "#", "c", "//", "cpp", "//", "java", "//", "javascript", "//");

  @TempDir private Path folder;

  @Test
  void losesNothingAndJudgesNothingTwice() throws Exception {
    try (FiveProcesses platform = FiveProcesses.startWithGateway(folder, NO_LIMITS, SHORT_LEASES);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      URI gateway = platform.gateway();
      try (Connection users = platform.usersDatabase()) {
        Accounts.make(gateway, users, 2 * LEARNERS);
      }
      requireCorrect(benchmark(gateway, UNDISTURBED, 0).run());
      ClassBenchmark disturbed = benchmark(gateway, Duration.ofHours(1), LEARNERS);
      Future<ClassReport> report = thread.submit(disturbed::run);
      try {
        for (Part part : Part.values()) {
          platform.kill(part);
          platform.restart(part);
        }
        platform.cutDatabaseConnections();
        disturbed.finish();
        requireCorrect(report.get());
      } finally {
        report.cancel(true); // after a failure, or the test would last for the learners' hour
      }
      for (Part part : Part.values()) {
        platform.awaitReady(part);
      }
      try (Connection scores = platform.scoresDatabase()) {
        Deadline.requireConsistent(scores);
      }
    }
  }

  private static void requireCorrect(ClassReport report) {
    assertThat(report.errors()).as(report.toString()).isEmpty();
    assertThat(report.judged()).isEqualTo(report.submitted());
    assertThat(report.served()).as("learners who got a verdict").isEqualTo(LEARNERS);
  }

  /** Learners from a number on. On a busy machine, too, the platform may ask to try again. */
  private static ClassBenchmark benchmark(URI gateway, Duration time, int before) {
    List<ClassLoad.Solution> solutions =
        Exercises.ACCEPTED.entrySet().stream()
            .map(program ->
                new ClassLoad.Solution(
                    Exercises.SLUG,
                    program.getKey(),
                    program.getValue(),
                    COMMENTS.getOrDefault(program.getKey(), "#")))
            .toList();
    return new ClassBenchmark(
        new ClassLoad(gateway, LEARNERS, time, PAUSE, solutions, true),
        new ClassLoad.Account(number -> Accounts.username(before + number), Accounts.PASSWORD),
        _ -> {});
  }
}
