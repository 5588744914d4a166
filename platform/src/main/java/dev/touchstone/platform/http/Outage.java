package dev.touchstone.platform.http;

import org.slf4j.Logger;

/**
 * Logs an outage of something that is retried: once when it begins and once when it ends. Parts
 * that start together wait for each other, so failures before the first success are not warnings.
 * For one thread.
 */
public final class Outage {
  private final Logger log;
  private final String activity;
  private boolean succeededBefore;
  private boolean failing;

  /**
   * Watches one activity.
   *
   * @param activity what is tried, as the beginning of a sentence: "Leasing work"
   */
  public Outage(Logger log, String activity) {
    this.log = log;
    this.activity = activity;
  }

  /** An attempt succeeded. */
  public void recovered() {
    if (failing && succeededBefore) {
      log.info("{} succeeded again", activity);
    }
    succeededBefore = true;
    failing = false;
  }

  /** An attempt failed. */
  public void failed(Throwable failure) {
    if (failing) {
      log.debug("{} still fails", activity, failure);
    } else if (succeededBefore) {
      log.warn("{} failed; retrying: {}", activity, String.valueOf(failure.getMessage()));
    } else {
      log.info("{} has not succeeded yet; retrying", activity);
    }
    failing = true;
  }
}
