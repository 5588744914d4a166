package dev.touchstone.usermanagement.oidc;

import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.administration.AdministratorLock;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.token.OpaqueToken;
import dev.touchstone.usermanagement.user.DisplayName;
import dev.touchstone.usermanagement.user.EmailAddress;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the account of somebody who signed in at the provider, or makes one. Accounts are linked
 * only by an address that both sides have verified: whoever registers with an unverified address of
 * somebody else must not get that person's account, nor give away the own one. Thread-safe.
 */
final class OidcAccounts {
  private static final int LONGEST_BASE = 24;

  private final Jdbi jdbi;
  private final UserStore users;
  private final PasswordHasher hasher;
  private final RevocationStore revocations;
  private final AuditLog audit;
  private final OidcConfiguration configuration;
  private final Clock clock;

  OidcAccounts(
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      RevocationStore revocations,
      AuditLog audit,
      OidcConfiguration configuration,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.hasher = hasher;
    this.revocations = revocations;
    this.audit = audit;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Returns the account of an identity, with the role that the provider gives it.
   *
   * @throws OidcRefusal {@code oidc_email_unverified} or {@code oidc_domain_refused}
   */
  User obtain(OidcIdentity identity) {
    String email = EmailAddress.normalise(identity.email());
    if (!identity.emailVerified() || !EmailAddress.isValid(email)) {
      throw new OidcRefusal("oidc_email_unverified");
    }
    if (!configuration.admits(email)) {
      throw new OidcRefusal("oidc_domain_refused");
    }
    // Nobody signs in with it: a person may choose another with a mail.
    String password = hasher.hash(OpaqueToken.create().reveal());
    return jdbi.inTransaction(handle -> {
      // One at a time: two tabs of a new user must not make two accounts.
      AdministratorLock.take(handle);
      User user =
          OidcAccountStore.find(handle, identity)
              .orElseGet(() -> linked(handle, identity, email, password));
      return withRole(handle, user, identity);
    });
  }

  private User linked(Handle handle, OidcIdentity identity, String email, String password) {
    Instant now = clock.instant();
    User user =
        users
            .findByVerifiedEmail(handle, email)
            .orElseGet(() -> create(handle, identity, email, password, now));
    OidcAccountStore.link(handle, identity, user.id(), now);
    audit.add(
        handle, AuditEvent.ofUser("oidc.linked", user.id()).with("issuer", identity.issuer()));
    return user;
  }

  private User create(
      Handle handle, OidcIdentity identity, String email, String password, Instant now) {
    String username = freeUsername(identity, email);
    String name = DisplayName.normalise(identity.name());
    User user =
        users.insert(
            handle,
            new NewUser(
                username,
                email,
                password,
                DisplayName.isValid(name) && !DisplayName.isReserved(name) ? name : username,
                Role.LEARNER,
                Locales.DEFAULT,
                now));
    users.confirmEmail(handle, user.id(), email, now);
    return user;
  }

  private String freeUsername(OidcIdentity identity, String email) {
    String wanted =
        identity.username().isEmpty()
            ? email.substring(0, email.indexOf('@'))
            : identity.username();
    String base = Username.normalise(wanted).replaceAll("[^A-Za-z0-9]", "");
    base = base.substring(0, Math.min(base.length(), LONGEST_BASE));
    // A number makes no reserved name free: admin2 is one, too.
    base = base.length() < 3 || Username.isReserved(base) ? "user" + base : base;
    String candidate = base;
    for (int number = 2; !isFree(candidate); number++) {
      candidate = base + number;
    }
    return candidate;
  }

  private boolean isFree(String username) {
    return Username.isValid(username)
        && !Username.isReserved(username)
        && !users.hasUsername(username);
  }

  /** The role of the provider's groups, unless that would leave nobody to administer. */
  private User withRole(Handle handle, User user, OidcIdentity identity) {
    if (configuration.roleClaim().isEmpty()) {
      return user;
    }
    Optional<Role> highest =
        identity.groups().stream()
            .map(configuration.roles()::get)
            .filter(Objects::nonNull)
            .max(Role::compareTo);
    Role role = highest.orElse(Role.LEARNER);
    if (role == user.role() || (user.role() == Role.ADMIN && isLast(handle, user))) {
      return user;
    }
    Instant now = clock.instant();
    revocations.endAll(handle, user.id(), "", EndReason.ROLE_CHANGED, now);
    audit.add(
        handle,
        AuditEvent.ofUser("user.role_changed", user.id())
            .with("by", identity.issuer())
            .with("role", role.wireName()));
    return users.updateStanding(handle, user.id(), role, user.isActive(), now);
  }

  private static boolean isLast(Handle handle, User user) {
    return !AdministratorLock.anyAdministratorBut(handle, user.id());
  }
}
