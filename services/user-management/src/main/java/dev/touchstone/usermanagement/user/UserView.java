package dev.touchstone.usermanagement.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account on the wire; the contract calls it {@code User}. */
public record UserView(
    long id,
    String username,
    String email,
    String displayName,
    String role,
    String locale,
    Instant createdAt,
    boolean isActive,
    boolean emailVerified,
    @Nullable String pendingEmail,
    @Nullable String timeZone) {
  /** Shows an account. */
  public static UserView of(User user) {
    return new UserView(
        user.id(),
        user.username(),
        user.email(),
        user.displayName(),
        user.role().wireName(),
        user.locale(),
        user.createdAt(),
        user.isActive(),
        user.emailVerified(),
        user.pendingEmail(),
        user.timeZone());
  }
}
