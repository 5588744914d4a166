package dev.touchstone.gateway.cache;

import dev.touchstone.platform.config.Environment;
import java.time.Duration;

/**
 * The limits of the cache.
 *
 * @param bytes how much it may hold; 0 for no cache
 * @param stale how old a response may be that is sent while its service is unavailable
 */
public record CacheLimits(long bytes, Duration stale) {
  private static final long MIB = 1024 * 1024;
  private static final int LARGEST_MIB = 64 * 1024;

  /** Reads {@code TOUCHSTONE_CACHE_MIB} and {@code TOUCHSTONE_CACHE_STALE}. */
  public static CacheLimits from(Environment environment) {
    return new CacheLimits(
        environment.integer("TOUCHSTONE_CACHE_MIB", 16, 0, LARGEST_MIB) * MIB,
        environment.duration("TOUCHSTONE_CACHE_STALE", Duration.ofMinutes(10)));
  }
}
