package dev.touchstone.platformdata.cache;

import dev.touchstone.platform.config.Environment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;

class LocalTextCacheTest extends TextCacheContract {
  @Override
  TextCache cache(String nameSpace, Duration timeToLive) {
    return CacheConfiguration.from(Environment.of(Map.of()))
        .open(nameSpace, timeToLive, 1_000_000, new SimpleMeterRegistry());
  }
}
