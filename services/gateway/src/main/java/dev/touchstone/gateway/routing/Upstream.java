package dev.touchstone.gateway.routing;

/** The services behind the gateway. */
public enum Upstream {
  /** Accounts, sessions and keys. */
  USER_MANAGEMENT,
  /** Exercises. */
  EXERCISES,
  /** Submissions and what comes of them. */
  SCORES
}
