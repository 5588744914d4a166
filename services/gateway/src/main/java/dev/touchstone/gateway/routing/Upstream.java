package dev.touchstone.gateway.routing;

/** The services behind the gateway. */
public enum Upstream implements Destination {
  /** Accounts, sessions and keys. */
  USER_MANAGEMENT,
  /** Exercises. */
  EXERCISES,
  /** Submissions and their results. */
  SCORES
}
