package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.security.Role;
import java.time.Instant;

/** An account before it has an id; names are already normalised. */
public record NewUser(
    String username,
    String email,
    String passwordHash,
    String displayName,
    Role role,
    String locale,
    Instant createdAt) {
  @Override
  public String toString() {
    return "new user " + username;
  }
}
