package dev.touchstone.platformdata.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/** A cache in this process. */
public final class LocalTextCache implements TextCache {
  private final Cache<String, String> texts;

  /**
   * Creates an empty cache.
   *
   * @param timeToLive how long a text is kept
   * @param largest the limit of all texts together, in characters
   */
  public LocalTextCache(Duration timeToLive, long largest) {
    this.texts =
        Caffeine.newBuilder()
            .expireAfterWrite(timeToLive)
            .maximumWeight(largest)
            .<String, String>weigher((key, text) -> key.length() + text.length())
            .build();
  }

  @Override
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.getIfPresent(key));
  }

  @Override
  public void put(String key, String text) {
    texts.put(key, text);
  }

  @Override
  public void clear() {
    texts.invalidateAll();
  }

  @Override
  public void close() {
    clear();
  }
}
