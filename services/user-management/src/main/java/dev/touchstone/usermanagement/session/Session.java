package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.user.User;
import java.time.Instant;
import java.util.UUID;

/**
 * One sign-in on one device.
 *
 * @param expiresAt the end that no refresh can postpone
 */
record Session(UUID id, User user, Instant expiresAt) {
  Principal principal() {
    return new Principal(user.id(), user.username(), user.role(), id.toString());
  }
}
