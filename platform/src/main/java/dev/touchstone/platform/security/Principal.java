package dev.touchstone.platform.security;

/**
 * The caller, as described by the access token.
 *
 * @param userId the id in user management
 * @param username the name at the time of signing in
 * @param sessionId the session that the token belongs to, for revocation
 */
public record Principal(long userId, String username, Role role, String sessionId) {}
