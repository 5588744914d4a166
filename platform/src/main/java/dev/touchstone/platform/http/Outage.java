package dev.touchstone.platform.http;

import org.slf4j.Logger;

/**
 * Tells an operator that something is away, once, and once that it is back, however often it is
 * tried. Parts that start together wait for each other, so it is no warning before the first
 * success. For one thread.
 */
public final class Outage {
  private final Logger log;
  private final String subject;
  private boolean reached;
  private boolean away;

  /**
   * Of one thing.
   *
   * @param subject what is away, as the beginning of a sentence: "Work"
   */
  public Outage(Logger log, String subject) {
    this.log = log;
    this.subject = subject;
  }

  /** A try went well. */
  public void over() {
    if (away && reached) {
      log.info("{} can be had again", subject);
    }
    reached = true;
    away = false;
  }

  /** A try failed. */
  public void because(Throwable failure) {
    if (away) {
      log.debug("{} still can't be had", subject, failure);
    } else if (reached) {
      log.warn("{} can't be had; trying on: {}", subject, String.valueOf(failure.getMessage()));
    } else {
      log.info("{} can't be had yet; trying on", subject);
    }
    away = true;
  }
}
