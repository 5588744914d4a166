package dev.touchstone.usermanagement.user;

/**
 * An account with what its password is checked against.
 *
 * @param passwordHash in the PHC string format
 */
public record Credentials(User user, String passwordHash) {
  @Override
  public String toString() {
    return "credentials of user " + user.id();
  }
}
