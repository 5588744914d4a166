package dev.touchstone.platform.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** How often a cache had what it was asked for. Thread-safe. */
public final class CacheCounts {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** Counts a request. */
  public void asked(boolean hit) {
    (hit ? hits : misses).increment();
  }

  /** Registers the meters under the cache's name. */
  public void bindTo(MeterRegistry registry, String cache) {
    bind(registry, cache, "hit", hits);
    bind(registry, cache, "miss", misses);
  }

  private static void bind(MeterRegistry registry, String cache, String result, LongAdder count) {
    FunctionCounter.builder("cache.requests", count, LongAdder::sum)
        .description("Requests to a cache.")
        .tags("cache", cache, "result", result)
        .register(registry);
  }
}
