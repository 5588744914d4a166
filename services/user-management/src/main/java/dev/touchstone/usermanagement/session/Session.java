package dev.touchstone.usermanagement.session;

import dev.touchstone.usermanagement.user.User;
import java.time.Instant;
import java.util.UUID;

/**
 * One sign-in on one device.
 *
 * @param expiresAt the end that no refresh can postpone
 */
record Session(UUID id, User user, Instant expiresAt) {}
