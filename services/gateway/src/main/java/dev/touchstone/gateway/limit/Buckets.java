package dev.touchstone.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.platform.http.ProblemException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One token bucket for each subject. They live in this process: with several gateways each counts
 * for itself, so that the limits are that much higher in all. Thread-safe.
 */
final class Buckets {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** About 300 bytes each; who comes with more addresses than that needs a firewall. */
  private static final int MOST_SUBJECTS = 100_000;

  private final int perMinute;

  // A bucket that nobody used for a minute is full, so it can be made anew.
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_SUBJECTS)
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .build();

  Buckets(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Takes one token.
   *
   * @throws ProblemException 429 {@code rate_limited} with {@code Retry-After}
   */
  void take(String subject) {
    if (perMinute == 0) {
      return;
    }
    ConsumptionProbe probe = buckets.get(subject, name -> create()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      throw ProblemException.rateLimited(seconds + 1);
    }
  }

  private Bucket create() {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, PERIOD).build())
        .build();
  }
}
