package dev.touchstone.gateway.routing;

/**
 * Which limit counts the writing requests of a route, beside the limits of the address and of the
 * user, which count every request.
 */
public enum RateClass {
  /** None of its own. */
  GENERAL,
  /** Sign-ins, per address. */
  LOGIN,
  /** Registrations, per address. */
  REGISTRATION,
  /** Submissions, per user. */
  SUBMISSION,
  /** Runs, per user. */
  RUN
}
