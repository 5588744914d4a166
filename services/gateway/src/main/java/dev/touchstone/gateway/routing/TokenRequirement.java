package dev.touchstone.gateway.routing;

/** What the gateway requires of the access token of a request. */
public enum TokenRequirement {
  /** Nothing: here people get their tokens. */
  IGNORED,
  /** A request without a token passes; a token must be valid. */
  OPTIONAL,
  /** A valid token. */
  REQUIRED
}
