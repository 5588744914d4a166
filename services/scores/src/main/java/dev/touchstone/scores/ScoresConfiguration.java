package dev.touchstone.scores;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.scores.judging.QueueCap;
import dev.touchstone.scores.leaderboard.Visibility;
import dev.touchstone.scores.queue.LeasePolicy;
import java.net.URI;
import java.time.Duration;

/**
 * How scores is set up.
 *
 * @param internalToken identifies us to our other services
 * @param judgeToken identifies judges to us
 * @param longestQueue how many jobs may wait in a lane before no more are accepted
 * @param runLifetime how long a run is kept
 * @param streamHeartbeat how often an event stream without news sends a comment
 * @param leaderboard what learners see of others in leaderboards
 */
public record ScoresConfiguration(
    ServiceServer.Address address,
    DatabaseConfiguration database,
    URI userManagement,
    URI exercises,
    Secret internalToken,
    Secret judgeToken,
    LeasePolicy leases,
    QueueCap cap,
    int longestQueue,
    Duration runLifetime,
    Duration streamHeartbeat,
    Visibility leaderboard) {
  private static final int PORT = 5003;
  private static final int ADMIN_PORT = 9003;
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
  private static final int TRIES = 3;
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);
  private static final int MOST_QUEUED = 50;
  private static final int LONGEST_QUEUE = 200_000;
  private static final Duration RUN_LIFETIME = Duration.ofHours(1);
  private static final Duration STREAM_HEARTBEAT = Duration.ofSeconds(15);

  /** Reads the settings that {@code services/scores/README.md} lists. */
  public static ScoresConfiguration from(Environment environment) {
    Duration lease = environment.duration("TOUCHSTONE_LEASE", LEASE);
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      environment.fault("TOUCHSTONE_LEASE is shorter than 1s.");
    }
    Duration heartbeat = environment.duration("TOUCHSTONE_STREAM_HEARTBEAT", STREAM_HEARTBEAT);
    if (heartbeat.isZero()) {
      environment.fault("TOUCHSTONE_STREAM_HEARTBEAT is not longer than 0s.");
    }
    return new ScoresConfiguration(
        new ServiceServer.Address(
            environment.text("TOUCHSTONE_HOST", "0.0.0.0"),
            environment.integer("TOUCHSTONE_PORT", PORT, 0, 65_535),
            environment.integer("TOUCHSTONE_ADMIN_PORT", ADMIN_PORT, 0, 65_535)),
        DatabaseConfiguration.from(environment),
        environment.uri("TOUCHSTONE_USER_MANAGEMENT_URL"),
        environment.uri("TOUCHSTONE_EXERCISES_URL"),
        environment.secret("TOUCHSTONE_INTERNAL_TOKEN"),
        environment.secret("TOUCHSTONE_JUDGE_TOKEN"),
        new LeasePolicy(
            lease,
            environment.integer("TOUCHSTONE_TRIES", TRIES, 1, 100),
            environment.duration("TOUCHSTONE_RETRY_ELSEWHERE", ELSEWHERE)),
        new QueueCap(environment.integer("TOUCHSTONE_MOST_QUEUED", MOST_QUEUED, 1, 100_000)),
        environment.integer("TOUCHSTONE_LONGEST_QUEUE", LONGEST_QUEUE, 1, 100_000_000),
        environment.duration("TOUCHSTONE_RUN_LIFETIME", RUN_LIFETIME),
        heartbeat,
        leaderboard(environment));
  }

  private static Visibility leaderboard(Environment environment) {
    return Visibility.of(environment.text("TOUCHSTONE_LEADERBOARD", "names"))
        .orElseGet(() -> {
          environment.fault("TOUCHSTONE_LEADERBOARD is not names, pseudonyms or hidden.");
          return Visibility.HIDDEN;
        });
  }
}
