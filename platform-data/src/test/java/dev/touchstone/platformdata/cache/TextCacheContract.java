package dev.touchstone.platformdata.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract that every cache must fulfil. */
abstract class TextCacheContract {
  static final Duration LONG = Duration.ofHours(1);

  abstract TextCache cache(String nameSpace, Duration timeToLive);

  @Test
  void findsWhatWasPutThere() {
    try (TextCache cache = cache("found", LONG)) {
      assertThat(cache.find("key")).isEmpty();
      cache.put("key", "Đường");
      cache.put("other", "");
      assertThat(cache.find("key")).hasValue("Đường");
      assertThat(cache.find("other")).hasValue("");
    }
  }

  @Test
  void forgetsEverythingWhenCleared() {
    try (TextCache cache = cache("cleared", LONG)) {
      for (int i = 0; i < 1200; i++) {
        cache.put("key " + i, "text");
      }
      cache.clear();
      assertThat(cache.find("key 0")).isEmpty();
      assertThat(cache.find("key 1199")).isEmpty();
      cache.put("key 0", "again");
      assertThat(cache.find("key 0")).hasValue("again");
    }
  }

  @Test
  void forgetsWhatIsOld() {
    try (TextCache cache = cache("old", Duration.ofMillis(50))) {
      cache.put("key", "text");
      Await.until("an old text to be forgotten", () -> cache.find("key").isEmpty());
    }
  }
}
