package dev.touchstone.platform.security;

/** Sessions that were ended before their access tokens expired. Thread-safe. */
@FunctionalInterface
public interface Revocations {
  /** Whether tokens of this session are no longer good. */
  boolean contains(String sessionId);

  /** None at all: for tests, and for the service that owns the sessions. */
  static Revocations none() {
    return sessionId -> false;
  }
}
