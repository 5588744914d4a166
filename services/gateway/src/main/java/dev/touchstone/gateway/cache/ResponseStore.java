package dev.touchstone.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The responses that are kept, within a number of bytes. Thread-safe. */
final class ResponseStore {
  /** However reliable the announcements of changes are, the service is asked this often. */
  private static final Duration LONGEST_FRESH = Duration.ofMinutes(1);

  private final Cache<CacheKey, CachedResponse> responses;
  private final AtomicLong generation = new AtomicLong();
  private final Duration stale;

  ResponseStore(CacheLimits limits) {
    this.stale = limits.stale();
    this.responses =
        Caffeine.newBuilder()
            .maximumWeight(limits.bytes())
            .weigher((CacheKey key, CachedResponse value) -> key.weight() + value.weight())
            .expireAfterWrite(LONGEST_FRESH.plus(stale))
            .build();
  }

  Optional<CachedResponse> find(CacheKey key) {
    return Optional.ofNullable(responses.getIfPresent(key));
  }

  /** How large the kept responses are, about. */
  long bytes() {
    return responses.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** How many purges there were; a response is only kept if none came while it was fetched. */
  long generation() {
    return generation.get();
  }

  void put(CacheKey key, CachedResponse response, long begun) {
    if (generation.get() == begun) {
      responses.put(key, response);
      if (generation.get() != begun) {
        responses.invalidate(key);
      }
    }
  }

  /** Forgets everything, since something has changed. */
  void purge() {
    generation.incrementAndGet();
    responses.invalidateAll();
  }

  static boolean young(CachedResponse response) {
    return response.age().compareTo(LONGEST_FRESH) < 0;
  }

  /** Whether a response may stand in for a service that is unavailable. */
  boolean standsIn(CachedResponse response) {
    return response.age().compareTo(LONGEST_FRESH.plus(stale)) < 0;
  }
}
