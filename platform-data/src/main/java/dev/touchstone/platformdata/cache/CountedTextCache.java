package dev.touchstone.platformdata.cache;

import dev.touchstone.platform.telemetry.CacheCounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** A cache that counts how often it has what is asked for. */
final class CountedTextCache implements TextCache {
  private final TextCache cache;
  private final CacheCounts counts = new CacheCounts();

  CountedTextCache(TextCache cache, MeterRegistry registry, String name) {
    this.cache = cache;
    counts.bindTo(registry, name);
  }

  @Override
  public Optional<String> find(String key) {
    Optional<String> found = cache.find(key);
    counts.asked(found.isPresent());
    return found;
  }

  @Override
  public void put(String key, String text) {
    cache.put(key, text);
  }

  @Override
  public void clear() {
    cache.clear();
  }

  @Override
  public void close() {
    cache.close();
  }
}
