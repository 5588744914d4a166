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
 * One token bucket for each subject, in the memory of this process: several gateways count
 * separately, so that the effective limit is a multiple. Thread-safe.
 */
final class Buckets {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** About 300 bytes each; more addresses than that are an attack, which a firewall must stop. */
  private static final int MOST_SUBJECTS = 100_000;

  private final int perMinute;

  // A bucket that was unused for a minute is full again, and may be dropped.
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
