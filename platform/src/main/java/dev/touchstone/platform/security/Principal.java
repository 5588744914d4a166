package dev.touchstone.platform.security;

/**
 * The caller, as described by the access token.
 *
 * @param userId the id in user management
 * @param username the name at the time of signing in
 * @param sessionId the session that the token belongs to, for revocation
 * @param scopes the limits of the token
 */
public record Principal(long userId, String username, Role role, String sessionId, Scopes scopes) {
  /** A caller whose token has no limits. */
  public Principal(long userId, String username, Role role, String sessionId) {
    this(userId, username, role, sessionId, Scopes.unlimited());
  }
}
