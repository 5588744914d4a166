package dev.touchstone.platformdata.cache;

import dev.touchstone.platform.config.Secret;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cache in Redis, shared by all processes of a name space. */
public final class RedisTextCache implements TextCache {
  private static final Logger log = LoggerFactory.getLogger(RedisTextCache.class);

  /** A cache slower than what it saves is useless. */
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  /** Between attempts to connect. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

  private static final int BATCH = 500;

  private final RedisClient client;
  private final String prefix;
  private final Duration timeToLive;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable StatefulRedisConnection<String, String> connection;
  private volatile boolean failing;
  private long lastAttempt = System.nanoTime() - PAUSE_NANOS;

  /**
   * Creates the cache; it connects at the first use and reconnects after a loss.
   *
   * @param address accepted by {@link #isAddress}
   */
  public RedisTextCache(Secret address, String nameSpace, Duration timeToLive) {
    RedisURI uri = RedisURI.create(address.reveal());
    uri.setTimeout(TIMEOUT);
    this.client = RedisClient.create(uri);
    this.client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
            .build());
    this.prefix = "touchstone:" + nameSpace + ":";
    this.timeToLive = timeToLive;
  }

  /** Whether this is a well-formed address of a Redis; does not connect. */
  static boolean isAddress(Secret address) {
    try {
      return RedisURI.create(address.reveal()).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public Optional<String> find(String key) {
    return attempt(redis -> redis.get(prefix + key));
  }

  @Override
  public void put(String key, String text) {
    var _ =
        attempt(redis -> redis.set(prefix + key, text, SetArgs.Builder.px(timeToLive.toMillis())));
  }

  @Override
  public void clear() {
    var _ = attempt(this::clear);
  }

  private long clear(RedisCommands<String, String> redis) {
    ScanArgs ours = ScanArgs.Builder.matches(prefix + "*").limit(BATCH);
    List<String> keys = new ArrayList<>();
    ScanIterator.scan(redis, ours).forEachRemaining(keys::add);
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<String> batch = keys.subList(from, Math.min(from + BATCH, keys.size()));
      redis.unlink(batch.toArray(String[]::new));
    }
    return keys.size();
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, TIMEOUT);
  }

  private <T> Optional<T> attempt(Function<RedisCommands<String, String>, @Nullable T> call) {
    StatefulRedisConnection<String, String> current = connected();
    if (current == null) {
      return Optional.empty();
    }
    try {
      T result = call.apply(current.sync());
      failing = false;
      return Optional.ofNullable(result);
    } catch (RedisException e) {
      report(e);
      return Optional.empty();
    }
  }

  private @Nullable StatefulRedisConnection<String, String> connected() {
    if (connection == null && connecting.tryLock()) { // other threads continue without a cache
      try {
        if (connection == null && System.nanoTime() - lastAttempt >= PAUSE_NANOS) {
          lastAttempt = System.nanoTime();
          connection = client.connect();
        }
      } catch (RedisException e) {
        report(e);
      } finally {
        connecting.unlock();
      }
    }
    return connection;
  }

  /** Logs once for each outage. */
  private void report(RedisException e) {
    if (!failing) {
      log.warn("Redis does not respond; continuing without a cache", e);
    }
    failing = true;
  }
}
