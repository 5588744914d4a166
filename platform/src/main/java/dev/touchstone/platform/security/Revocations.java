package dev.touchstone.platform.security;

/** Sessions that were ended before their access tokens expired. Thread-safe. */
@FunctionalInterface
public interface Revocations {
  /** Whether tokens of this session are no longer valid. */
  boolean contains(String sessionId);

  /** No revocations: for tests, and for the service that owns the sessions. */
  static Revocations none() {
    return sessionId -> false;
  }
}
