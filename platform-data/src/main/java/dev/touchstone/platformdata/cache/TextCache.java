package dev.touchstone.platformdata.cache;

import java.util.Optional;

/**
 * A cache of small texts (JSON documents) by key, within one name space. It may forget anything at
 * any time and never fails a request: an implementation that cannot reach its store behaves as if
 * it were empty. Thread-safe.
 */
public interface TextCache extends AutoCloseable {
  /** Looks a text up. */
  Optional<String> find(String key);

  /** Keeps a text for the cache's time to live. */
  void put(String key, String text);

  /** Removes everything, in all processes that share the cache. */
  void clear();

  @Override
  void close();
}
