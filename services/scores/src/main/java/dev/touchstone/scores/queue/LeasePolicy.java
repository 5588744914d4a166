package dev.touchstone.scores.queue;

import java.time.Duration;

/**
 * The rules for leases.
 *
 * @param duration how long a lease lives after its last heartbeat
 * @param tries how often a job is leased before it becomes a judge error
 * @param exclusion how long the judge that failed is excluded, so that another one may try
 */
public record LeasePolicy(Duration duration, int tries, Duration exclusion) {
  /** Two heartbeats may be lost. */
  long heartbeatMillis() {
    return duration.toMillis() / 3;
  }
}
