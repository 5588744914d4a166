package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.security.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Which accounts a list contains; empty parts match all.
 *
 * @param search part of a name or address
 * @param createdUntil exclusive
 */
public record UserFilter(
    String search,
    Optional<Role> role,
    Optional<Boolean> isActive,
    Optional<Instant> createdFrom,
    Optional<Instant> createdUntil) {}
