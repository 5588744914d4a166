package dev.touchstone.gateway.routing;

/** What the gateway asks of an access token before it lets a request in. */
public enum Entry {
  /** Nothing: here people get their tokens. */
  IGNORED,
  /** There may be none, but if there is one, it must be good. */
  OPTIONAL,
  /** There must be a good one. */
  REQUIRED
}
