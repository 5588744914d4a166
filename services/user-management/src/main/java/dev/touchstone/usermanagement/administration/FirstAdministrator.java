package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The account that exists before anybody registers. It is created once, in an empty installation,
 * and its password is shown only by that start.
 *
 * @param password shown once, stored nowhere
 */
public record FirstAdministrator(String username, Secret password) {
  private static final String USERNAME = "admin";

  /** A domain that can never receive mail (RFC 2606); the administrator sets a real address. */
  private static final String EMAIL = "admin@touchstone.invalid";

  /**
   * Creates the account unless there is an administrator; of several processes only one does.
   *
   * @param password generated if empty
   */
  public static Optional<FirstAdministrator> createIfMissing(
      Jdbi jdbi, UserStore users, PasswordHasher hasher, Optional<Secret> password, Clock clock) {
    if (jdbi.withHandle(AdministratorLock::anyAdministrator)) {
      return Optional.empty();
    }
    FirstAdministrator made =
        new FirstAdministrator(USERNAME, password.orElseGet(ReadablePassword::generate));
    String hash = hasher.hash(made.password().reveal());
    return jdbi.inTransaction(handle -> {
      AdministratorLock.take(handle);
      if (AdministratorLock.anyAdministrator(handle)) {
        return Optional.empty();
      }
      users.insert(
          handle,
          new NewUser(
              USERNAME,
              EMAIL,
              hash,
              "Administrator",
              Role.ADMIN,
              Locales.DEFAULT,
              clock.instant()));
      return Optional.of(made);
    });
  }
}
