package dev.touchstone.usermanagement.user;

import org.jdbi.v3.core.mapper.Nested;

/**
 * An account and the hash of its password.
 *
 * @param passwordHash in the PHC string format
 */
public record Credentials(@Nested User user, String passwordHash) {
  @Override
  public String toString() {
    return "credentials of user " + user.id();
  }
}
