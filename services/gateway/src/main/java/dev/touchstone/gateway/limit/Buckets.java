package dev.touchstone.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.platform.http.ProblemException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;

/**
 * One token bucket for each subject, in the memory of this process: several gateways count
 * separately, so that the effective limit is a multiple. Thread-safe.
 */
final class Buckets {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** About 300 bytes each; more addresses than that are an attack, which a firewall must stop. */
  private static final int MOST_SUBJECTS = 100_000;

  private final String policy;
  private final int perMinute;

  // A bucket that was unused for a minute is full again, and may be dropped.
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_SUBJECTS)
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .build();

  /**
   * Buckets for one limit.
   *
   * @param policy its name for clients
   */
  Buckets(String policy, int perMinute) {
    this.policy = policy;
    this.perMinute = perMinute;
  }

  /**
   * Takes one token, and adds to the headers what is left.
   *
   * @throws ProblemException 429 {@code rate_limited} with {@code Retry-After}
   */
  void take(String subject, HttpFields.Mutable headers) {
    if (perMinute == 0) {
      return;
    }
    ConsumptionProbe probe = buckets.get(subject, name -> create()).tryConsumeAndReturnRemaining(1);
    Quota quota =
        new Quota(policy, perMinute, probe.getRemainingTokens(), probe.getNanosToWaitForReset());
    if (!probe.isConsumed()) {
      throw quota.exceeded(probe.getNanosToWaitForRefill());
    }
    quota.addTo(headers);
  }

  private Bucket create() {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, PERIOD).build())
        .build();
  }
}
