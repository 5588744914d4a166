package dev.touchstone.platformdata.cache;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;

/**
 * Where cached texts are kept.
 *
 * @param redis the address of a Redis that processes share, including its password; empty for a
 *     cache in each process
 */
public record CacheConfiguration(Optional<Secret> redis) {
  /** Reads {@code REDIS_URL} as {@code redis://:password@host:port/database}, or rediss for TLS. */
  public static CacheConfiguration from(Environment environment) {
    Optional<Secret> redis = environment.optionalSecret("REDIS_URL");
    if (redis.isPresent() && !RedisTextCache.isAddress(redis.get())) {
      environment.fault("REDIS_URL must have the form redis://:password@host:port/database.");
      return new CacheConfiguration(Optional.empty());
    }
    return new CacheConfiguration(redis);
  }

  /**
   * Opens a cache.
   *
   * @param nameSpace separates it from others in the same Redis, such as {@code exercises}
   * @param timeToLive how long a text is kept
   * @param largest the limit of the texts in this process together, in characters
   * @param registry counts its use
   */
  public TextCache open(
      String nameSpace, Duration timeToLive, long largest, MeterRegistry registry) {
    TextCache cache =
        redis
            .<TextCache>map(address -> new RedisTextCache(address, nameSpace, timeToLive))
            .orElseGet(() -> new LocalTextCache(timeToLive, largest));
    return new CountedTextCache(cache, registry, nameSpace);
  }
}
