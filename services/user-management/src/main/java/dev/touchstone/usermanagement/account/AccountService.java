package dev.touchstone.usermanagement.account;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.registration.RegistrationPolicy;
import dev.touchstone.usermanagement.session.CurrentPassword;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.verification.AddressVerification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
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
  private final CurrentPassword currentPassword;
  private final AddressVerification verification;
  private final RegistrationPolicy policy;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  /** Manages the accounts of the given store. */
  public AccountService(
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      PasswordRules rules,
      RevocationStore revocations,
      CurrentPassword currentPassword,
      AddressVerification verification,
      RegistrationPolicy policy,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.hasher = hasher;
    this.rules = rules;
    this.revocations = revocations;
    this.currentPassword = currentPassword;
    this.verification = verification;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Registers an account; its role is always learner. An address that another account has is no
   * fault, since that would show which addresses have accounts; its owner gets a mail.
   *
   * @throws ProblemException 400 {@code invalid_request}, 403 if the policy refuses it, 409 {@code
   *     username_taken}
   */
  User register(Registration registration) {
    Registration.Accepted accepted = registration.accept(rules);
    RegistrationPolicy.Credentials shown =
        new RegistrationPolicy.Credentials(
            accepted.email(), registration.code(), registration.invitation());
    // Both are checked before the expensive hash, too.
    var _ = jdbi.inTransaction(handle -> policy.admit(handle, shown));
    // The unique index has the last word.
    if (users.hasUsername(accepted.username())) {
      throw UserStore.usernameTaken();
    }
    NewUser wanted =
        new NewUser(
            accepted.username(),
            accepted.email(),
            hasher.hash(accepted.password()),
            accepted.displayName(),
            Role.LEARNER,
            accepted.locale(),
            clock.instant());
    User user =
        jdbi.inTransaction(handle -> {
          RegistrationPolicy.Admission admission = policy.admit(handle, shown);
          User inserted = users.insert(handle, wanted);
          policy.complete(handle, admission, inserted.id());
          if (admission.needsVerification()) {
            users.requireVerification(handle, inserted.id());
          }
          verification.begin(handle, inserted);
          audit.add(
              handle,
              AuditEvent.ofUser("account.registered", inserted.id())
                  .by(inserted.id(), inserted.username()));
          return inserted;
        });
    log.info("User {} registered as {}", user.id(), user.username());
    return user;
  }

  User me(Principal principal) {
    return users.find(principal.userId()).orElseThrow(ProblemException::unauthenticated);
  }

  User update(Principal principal, ProfileChange change) {
    return users
        .updateProfile(
            principal.userId(),
            change.displayName(),
            change.locale(),
            change.timeZone(),
            clock.instant())
        .orElseThrow(ProblemException::unauthenticated);
  }

  /**
   * Changes the password and ends all other sessions of the account.
   *
   * @throws ProblemException 400 {@code invalid_request} if the new one is refused, 403 {@code
   *     current_password_wrong}, 429 {@code rate_limited}
   */
  void changePassword(Principal principal, String current, String wanted) {
    User user = me(principal);
    Optional<FieldError> fault =
        rules.fault("new_password", wanted, List.of(user.username(), user.email()));
    if (fault.isPresent()) {
      throw ProblemException.invalidRequest(List.of(fault.get()));
    }
    var _ = currentPassword.require(principal, current);
    storePassword(user, hasher.hash(wanted), principal);
    log.info("User {} changed the password", user.id());
  }

  private void storePassword(User user, String hash, Principal principal) {
    Instant now = clock.instant();
    jdbi.useTransaction(handle -> {
      var _ = users.lock(handle, user.id());
      RevocationStore.requireAlive(handle, principal);
      users.setPassword(handle, user.id(), hash, now);
      revocations.endAll(handle, user.id(), principal.sessionId(), EndReason.PASSWORD_CHANGED, now);
      audit.add(handle, AuditEvent.ofUser("password.changed", user.id()).by(principal));
      if (user.emailVerified()) {
        outbox.add(handle, Letter.notice(MailKind.PASSWORD_CHANGED, user));
      }
    });
  }
}
