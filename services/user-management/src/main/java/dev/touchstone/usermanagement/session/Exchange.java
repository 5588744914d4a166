package dev.touchstone.usermanagement.session;

/** What came of a refresh token that somebody presented. */
sealed interface Exchange {
  /**
   * It was good, and its successor is stored. That may be a second successor if it was exchanged a
   * moment ago: two tabs of one browser woke up at once, or the answer got lost and with it the
   * first successor.
   */
  record Rotated(Session session) implements Exchange {}

  /** It was exchanged longer ago, so somebody has a copy; the session was ended. */
  record Reused(Session session) implements Exchange {}

  /** It is unknown, expired, or of a session that ended. */
  record Refused() implements Exchange {}
}
