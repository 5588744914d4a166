package dev.touchstone.usermanagement.oidc;

import java.util.List;

/**
 * Who signed in at the provider.
 *
 * @param subject never changes, unlike the rest
 * @param email empty if the provider names none
 * @param emailVerified whether the provider vouches for the address
 * @param username what the provider suggests, or empty
 * @param name for people, or empty
 * @param groups the values of the claim that maps to roles
 */
record OidcIdentity(
    String issuer,
    String subject,
    String email,
    boolean emailVerified,
    String username,
    String name,
    List<String> groups) {}
