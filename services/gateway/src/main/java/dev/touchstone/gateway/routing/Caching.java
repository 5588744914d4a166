package dev.touchstone.gateway.routing;

/** How long browsers may keep the answers of a route. */
public enum Caching {
  /** As the service's headers say; what is public, the gateway keeps as well. */
  SHARED,
  /** The service's headers say so. */
  BY_SERVICE,
  /** Kept, but checked by {@code ETag} before each use. */
  REVALIDATED,
  /** Kept for a year: the name of the file changes with its content. */
  IMMUTABLE
}
