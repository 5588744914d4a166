package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.security.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An account, as its owner and administrators see it; the password hash is not part of it.
 *
 * @param username as its owner spells it; unique without regard to case
 * @param email in lower case
 * @param emailVerified whether its owner has opened a link that was sent there
 * @param mustVerify whether the account can't be used before the address is confirmed
 * @param pendingEmail replaces the present address once its link has been opened
 * @param timeZone as in the IANA database; null where the owner chose none
 * @param locale {@code en} or {@code vi}
 * @param isActive false once an administrator closed it
 */
public record User(
    long id,
    String username,
    String email,
    String displayName,
    Role role,
    String locale,
    boolean isActive,
    Instant createdAt,
    Instant updatedAt,
    boolean emailVerified,
    @Nullable String pendingEmail,
    @Nullable String timeZone,
    boolean mustVerify) {
  /** The entity tag of this state (RFC 9110). */
  public String entityTag() {
    return "\"%d-%d\"".formatted(id, ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt));
  }
}
