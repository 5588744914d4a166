package dev.touchstone.usermanagement.verification;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.link.OneTimeLinks;
import dev.touchstone.usermanagement.link.OneTimeLinks.Purpose;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confirms mail addresses. No response shows whether another account has an address: its owner
 * learns of it by mail. Thread-safe.
 */
public final class AddressVerification {
  private static final Logger log = LoggerFactory.getLogger(AddressVerification.class);
  private static final String PAGE = "verify-email";

  private final Jdbi jdbi;
  private final UserStore users;
  private final OneTimeLinks links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  /** Confirms the addresses of the accounts in the given store. */
  public AddressVerification(
      Jdbi jdbi, UserStore users, OneTimeLinks links, Outbox outbox, AuditLog audit, Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sends the link for the address of a new account, within the transaction that makes it. */
  public void begin(Handle handle, User user) {
    send(handle, user, user.email(), MailKind.VERIFY_ADDRESS);
  }

  /** Sends the link again for the address that is not confirmed yet; does nothing without one. */
  void sendAgain(Principal principal) {
    jdbi.useTransaction(handle -> {
      User user = lock(handle, principal.userId());
      String pending = user.pendingEmail();
      if (pending != null) {
        send(handle, user, pending, MailKind.VERIFY_NEW_ADDRESS);
      } else if (!user.emailVerified()) {
        begin(handle, user);
      }
    });
  }

  /** Sends the link for a new address, which counts from when it is opened. */
  void change(Principal principal, String email) {
    jdbi.useTransaction(handle -> {
      User user = lock(handle, principal.userId());
      RevocationStore.requireAlive(handle, principal);
      links.deleteAll(handle, Purpose.VERIFY_EMAIL, user.id());
      if (user.email().equals(email)) { // the present one again: nothing is to replace it
        users.setPendingEmail(handle, user.id(), null, clock.instant());
        if (!user.emailVerified()) {
          begin(handle, user);
        }
        return;
      }
      users.setPendingEmail(handle, user.id(), email, clock.instant());
      send(handle, user, email, MailKind.VERIFY_NEW_ADDRESS);
      audit.add(handle, AuditEvent.ofUser("email.change_requested", user.id()).by(principal));
    });
  }

  /**
   * Confirms an address by the token of its link.
   *
   * @throws ProblemException 400 {@code link_invalid}
   */
  void confirm(String token) {
    jdbi.useTransaction(handle -> {
      // The account first, as everywhere: whoever locks a link first would wait for the other.
      User user = lock(handle, links.find(Purpose.VERIFY_EMAIL, token).userId());
      OneTimeLinks.Used link = links.use(handle, Purpose.VERIFY_EMAIL, token);
      String email = link.email();
      boolean isNew = email != null && email.equals(user.pendingEmail());
      if (email == null || !(isNew || email.equals(user.email()))) {
        throw OneTimeLinks.invalid();
      }
      if (!users.confirmEmail(handle, user.id(), email, clock.instant())) {
        throw OneTimeLinks.invalid(); // somebody else has confirmed it meanwhile
      }
      audit.add(
          handle, AuditEvent.ofUser("email.verified", user.id()).by(user.id(), user.username()));
      if (isNew) {
        links.deleteAll(handle, Purpose.RESET_PASSWORD, user.id());
        reportChange(handle, user);
      }
    });
  }

  private void reportChange(Handle handle, User before) {
    log.info("The address of user {} has changed", before.id());
    if (before.emailVerified()) {
      outbox.add(handle, Letter.notice(MailKind.ADDRESS_CHANGED, before));
    }
  }

  private void send(Handle handle, User user, String email, MailKind kind) {
    Optional<User> owner = users.findByVerifiedEmail(handle, email);
    if (owner.isPresent() && owner.get().id() != user.id()) {
      outbox.add(handle, Letter.notice(MailKind.ADDRESS_IN_USE, owner.get()));
      return;
    }
    OneTimeLinks.Created link = links.create(handle, Purpose.VERIFY_EMAIL, user.id(), email);
    Instant expires = link.expiresAt();
    Map<String, String> values =
        Map.of(
            "username", user.username(),
            "link", outbox.link(PAGE, link.token().reveal()),
            "hours", Long.toString(Purpose.VERIFY_EMAIL.lifetime().toHours()));
    outbox.add(handle, new Letter(kind, email, user.locale(), values, expires));
  }

  private User lock(Handle handle, long id) {
    return users.lock(handle, id).orElseThrow(ProblemException::unauthenticated);
  }
}
