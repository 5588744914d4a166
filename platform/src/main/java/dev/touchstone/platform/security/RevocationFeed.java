package dev.touchstone.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows user management's list of ended sessions, so that a revocation takes effect within
 * seconds. An entry is kept until every token of its session has expired anyway. Thread-safe; close
 * it to end its thread.
 */
public final class RevocationFeed implements Revocations, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RevocationFeed.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Longer than an access token lives (ten minutes). */
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Cache<String, Boolean> revoked =
      Caffeine.newBuilder().expireAfterWrite(KEPT).build();
  private final ServiceClient userManagement;
  private final Thread thread;
  private final Outage outage = new Outage(log, "Following the list of ended sessions");

  private RevocationFeed(ServiceClient userManagement) {
    this.userManagement = userManagement;
    this.thread = Thread.ofVirtual().name("revocations").unstarted(this::follow);
  }

  /** Starts to follow. Until user management answers, nothing counts as revoked. */
  public static RevocationFeed start(ServiceClient userManagement) {
    RevocationFeed feed = new RevocationFeed(userManagement);
    feed.thread.start();
    return feed;
  }

  /** One ended session. */
  public record Revocation(String sessionId, Instant revokedAt) {}

  /** What {@code GET /internal/v1/revocations?since=cursor} answers. */
  public record Batch(List<Revocation> revoked, String cursor) {}

  @Override
  public boolean contains(String sessionId) {
    return revoked.getIfPresent(sessionId) != null;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void follow() {
    String cursor = null;
    while (!Thread.currentThread().isInterrupted()) {
      cursor = poll(cursor);
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private @Nullable String poll(@Nullable String cursor) {
    try {
      String path = "/internal/v1/revocations" + (cursor == null ? "" : "?since=" + cursor);
      Batch batch = userManagement.find(path, Batch.class).orElseThrow();
      batch.revoked().forEach(revocation -> revoked.put(revocation.sessionId(), true));
      outage.recovered();
      return batch.cursor();
    } catch (RuntimeException e) { // of any kind: the next round tries again
      outage.failed(e);
      return cursor;
    }
  }
}
