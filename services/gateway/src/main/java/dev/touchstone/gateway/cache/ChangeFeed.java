package dev.touchstone.gateway.cache;

import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a service twice a second whether something public has changed, so that every gateway forgets
 * it within a second. Thread-safe; close it to end its thread.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** After this without an answer, changes may have been missed. */
  private static final long CURRENT_NANOS = Duration.ofSeconds(2).toNanos();

  private final ServiceClient service;
  private final Runnable changed;
  private final Thread thread;
  private final Outage outage = new Outage(log, "Following the changes of exercises");
  private volatile boolean answered;
  private volatile long answeredNanos;

  private ChangeFeed(ServiceClient service, Runnable changed) {
    this.service = service;
    this.changed = changed;
    this.thread = Thread.ofVirtual().name("changes").unstarted(this::follow);
  }

  /** Starts to follow; runs the given action at each change. */
  public static ChangeFeed start(ServiceClient service, Runnable changed) {
    ChangeFeed feed = new ChangeFeed(service, changed);
    feed.thread.start();
    return feed;
  }

  /** What {@code GET /internal/v1/changes} answers. */
  public record Changes(long version) {}

  /** Whether a change would have been noticed. */
  boolean isCurrent() {
    return answered && System.nanoTime() - answeredNanos < CURRENT_NANOS;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void follow() {
    OptionalLong known = OptionalLong.empty();
    boolean again = false;
    while (!Thread.currentThread().isInterrupted()) {
      OptionalLong before = known;
      known = poll(known);
      boolean different = before.isPresent() && !known.equals(before);
      if (different || again) {
        changed.run();
      }
      // The service clears its own cache just after a change can be seen, so once more.
      again = different;
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private OptionalLong poll(OptionalLong known) {
    try {
      long asked = System.nanoTime();
      OptionalLong version =
          OptionalLong.of(
              service.find("/internal/v1/changes", Changes.class).orElseThrow().version());
      answeredNanos = asked;
      answered = true;
      outage.recovered();
      return version;
    } catch (RuntimeException e) { // of any kind: the next round tries again
      outage.failed(e);
      return known;
    }
  }
}
