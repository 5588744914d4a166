package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.user.Credentials;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;

/** Asks signed-in users for their password before what a thief of a session must not do. */
public final class CurrentPassword {
  private final UserStore users;
  private final PasswordHasher hasher;
  private final LoginThrottle throttle;

  /** Checks passwords of the accounts in the given store. */
  public CurrentPassword(UserStore users, PasswordHasher hasher, LoginThrottle throttle) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
  }

  /**
   * Returns the caller's account if the password is right.
   *
   * @throws ProblemException 403 {@code current_password_wrong}, 429 {@code rate_limited}
   */
  public User require(Principal principal, String password) {
    Credentials credentials =
        users.findCredentials(principal.userId()).orElseThrow(ProblemException::unauthenticated);
    String subject = LoginThrottle.subjectOfSession(principal.userId(), principal.sessionId());
    throttle.admit(subject);
    if (!hasher.matches(password, credentials.passwordHash())) {
      throw ProblemException.of(403, "current_password_wrong", "The current password is wrong.");
    }
    throttle.succeeded(subject);
    return credentials.user();
  }
}
