package dev.touchstone.usermanagement.session;

/** The outcome of presenting a refresh token. */
sealed interface Exchange {
  /**
   * The token was valid, and its successor is stored. It may be the second successor of a token
   * that was exchanged a moment ago: two tabs of a browser woke up at once, or the response with
   * the first successor was lost.
   */
  record Rotated(Session session) implements Exchange {}

  /** The token was exchanged earlier, so someone else has a copy; its session was ended. */
  record Reused(Session session) implements Exchange {}

  /** The token is unknown or expired, or its session has ended. */
  record Refused() implements Exchange {}
}
