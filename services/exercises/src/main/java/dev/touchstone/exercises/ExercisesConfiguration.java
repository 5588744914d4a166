package dev.touchstone.exercises;

import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platformdata.cache.CacheConfiguration;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.platformdata.object.S3Configuration;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the exercises service.
 *
 * @param internalToken the token of our other services
 * @param judgeToken the token of the judges
 * @param userManagement where the keys of access tokens and the ended sessions are
 * @param scores where judges are found, empty where there are none
 * @param dataFolder for the objects if there is no bucket, and for uploads while they are checked
 * @param starterExercises a folder of problem packages to load at the start
 * @param languages the programming languages that the judges know
 * @param limits what packages that set no limits get
 * @param archives how large imported packages may be
 * @param largestFile of a draft, in bytes
 * @param readers how many packages are read at once
 * @param readingDeadline how long each step of that may take
 * @param unusedKept how long objects stay that nothing refers to
 * @param bucket where the objects are, empty for the data folder
 */
public record ExercisesConfiguration(
    ServiceServer.Address address,
    DatabaseConfiguration database,
    Secret internalToken,
    Secret judgeToken,
    URI userManagement,
    Optional<URI> scores,
    Path dataFolder,
    Optional<Path> starterExercises,
    PlatformLanguages languages,
    LimitSettings limits,
    ArchiveLimits archives,
    long largestFile,
    int readers,
    Duration readingDeadline,
    Duration unusedKept,
    Optional<S3Configuration> bucket,
    CacheConfiguration cache) {
  private static final int PORT = 5002;
  private static final int ADMIN_PORT = 9002;
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration UNUSED_KEPT = Duration.ofDays(30);

  /** An upload must have ended by then. */
  private static final Duration LEAST_KEPT = Duration.ofHours(1);

  private static final String LANGUAGES = "python3,cpp,c,java,javascript";

  /** Reads the settings that {@code services/exercises/README.md} lists. */
  public static ExercisesConfiguration from(Environment environment) {
    return new ExercisesConfiguration(
        new ServiceServer.Address(
            environment.text("TOUCHSTONE_HOST", "0.0.0.0"),
            environment.integer("TOUCHSTONE_PORT", PORT, 0, 65_535),
            environment.integer("TOUCHSTONE_ADMIN_PORT", ADMIN_PORT, 0, 65_535)),
        DatabaseConfiguration.from(environment),
        environment.secret("TOUCHSTONE_INTERNAL_TOKEN"),
        environment.secret("TOUCHSTONE_JUDGE_TOKEN"),
        environment.uri("TOUCHSTONE_USER_MANAGEMENT_URL"),
        environment.optionalUri("TOUCHSTONE_SCORES_URL"),
        environment.path("TOUCHSTONE_DATA_DIR"),
        environment.optionalPath("TOUCHSTONE_STARTER_EXERCISES"),
        new PlatformLanguages(list(environment.text("TOUCHSTONE_LANGUAGES", LANGUAGES))),
        LimitSettings.from(environment::integer),
        new ArchiveLimits(
            mebibytes(environment, "TOUCHSTONE_LARGEST_ARCHIVE_MIB", 128),
            mebibytes(environment, "TOUCHSTONE_LARGEST_PACKAGE_MIB", 512),
            environment.integer("TOUCHSTONE_MOST_PACKAGE_FILES", 10_000, 1, 100_000)),
        mebibytes(environment, "TOUCHSTONE_LARGEST_FILE_MIB", 256),
        environment.integer("TOUCHSTONE_PACKAGE_READERS", 2, 1, 64),
        deadline(environment),
        unusedKept(environment),
        S3Configuration.from(environment),
        CacheConfiguration.from(environment));
  }

  private static Duration deadline(Environment environment) {
    Duration deadline = environment.duration("TOUCHSTONE_PACKAGE_DEADLINE", DEADLINE);
    if (deadline.toMillis() < 1) {
      environment.fault("TOUCHSTONE_PACKAGE_DEADLINE is not longer than 0s.");
    }
    return deadline;
  }

  private static Duration unusedKept(Environment environment) {
    Duration kept = environment.duration("TOUCHSTONE_UNUSED_OBJECTS_KEPT", UNUSED_KEPT);
    if (kept.compareTo(LEAST_KEPT) < 0) {
      environment.fault("TOUCHSTONE_UNUSED_OBJECTS_KEPT is shorter than 1h.");
    }
    return kept;
  }

  private static long mebibytes(Environment environment, String name, int defaultValue) {
    return (long) environment.integer(name, defaultValue, 1, 10_240) << 20;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
