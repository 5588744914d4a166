package dev.touchstone.usermanagement.account;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.LoginThrottle;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.Credentials;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registration, and what users change in their own accounts. Thread-safe. */
public final class AccountService {
  private static final Logger log = LoggerFactory.getLogger(AccountService.class);

  private final Jdbi jdbi;
  private final UserStore users;
  private final PasswordHasher hasher;
  private final PasswordRules rules;
  private final RevocationStore revocations;
  private final LoginThrottle throttle;
  private final Clock clock;

  /** Manages the accounts of the given store. */
  public AccountService(
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      PasswordRules rules,
      RevocationStore revocations,
      LoginThrottle throttle,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.hasher = hasher;
    this.rules = rules;
    this.revocations = revocations;
    this.throttle = throttle;
    this.clock = clock;
  }

  /**
   * Registers an account; its role is always learner.
   *
   * @throws ProblemException 400 {@code invalid_request}, 409 {@code username_taken} or {@code
   *     email_taken}
   */
  User register(Registration registration) {
    Registration.Accepted accepted = registration.accept(rules);
    // Checked before the expensive hash; the unique indexes have the last word.
    if (users.hasUsername(accepted.username())) {
      throw UserStore.usernameTaken();
    }
    if (users.hasEmail(accepted.email())) {
      throw UserStore.emailTaken();
    }
    User user =
        users.insert(
            new NewUser(
                accepted.username(),
                accepted.email(),
                hasher.hash(accepted.password()),
                accepted.displayName(),
                Role.LEARNER,
                accepted.locale(),
                clock.instant()));
    log.info("User {} registered as {}", user.id(), user.username());
    return user;
  }

  User me(Principal principal) {
    return users.find(principal.userId()).orElseThrow(ProblemException::unauthenticated);
  }

  User update(Principal principal, @Nullable String displayName, @Nullable String locale) {
    return users
        .updateProfile(principal.userId(), displayName, locale, clock.instant())
        .orElseThrow(ProblemException::unauthenticated);
  }

  /**
   * Changes the password and ends all other sessions of the account.
   *
   * @throws ProblemException 400 {@code invalid_request} if the new one is refused, 403 {@code
   *     current_password_wrong}, 429 {@code rate_limited}
   */
  void changePassword(Principal principal, String current, String wanted) {
    Credentials credentials =
        users.findCredentials(principal.userId()).orElseThrow(ProblemException::unauthenticated);
    User user = credentials.user();
    Optional<FieldError> fault =
        rules.fault("new_password", wanted, List.of(user.username(), user.email()));
    if (fault.isPresent()) {
      throw ProblemException.invalidRequest(List.of(fault.get()));
    }
    String subject = LoginThrottle.subject(user.id());
    throttle.admit(subject);
    if (!hasher.matches(current, credentials.passwordHash())) {
      throw ProblemException.of(403, "current_password_wrong", "The current password is wrong.");
    }
    throttle.succeeded(subject);
    storePassword(user, hasher.hash(wanted), principal.sessionId());
    log.info("User {} changed the password", user.id());
  }

  private void storePassword(User user, String hash, String keptSession) {
    String sql = "UPDATE users SET password_hash = :hash, updated_at = :now WHERE id = :id";
    Instant now = clock.instant();
    jdbi.useTransaction(handle -> {
      handle.createUpdate(sql).bind("hash", hash).bind("now", now).bind("id", user.id()).execute();
      revocations.endAll(handle, user.id(), keptSession, EndReason.PASSWORD_CHANGED, now);
    });
  }
}
