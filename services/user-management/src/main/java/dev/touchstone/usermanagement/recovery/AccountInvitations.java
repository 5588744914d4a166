package dev.touchstone.usermanagement.recovery;

import dev.touchstone.usermanagement.link.OneTimeLinks;
import dev.touchstone.usermanagement.link.OneTimeLinks.Purpose;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.user.User;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Mails the owner of a new account a link, with which they choose a password. Thread-safe. */
public final class AccountInvitations {
  /** Longer than for a forgotten password: nobody waits for this mail. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private final OneTimeLinks links;
  private final Outbox outbox;

  /** Sends through the given outbox. */
  public AccountInvitations(OneTimeLinks links, Outbox outbox) {
    this.links = links;
    this.outbox = outbox;
  }

  /** Adds the mail within a transaction of the caller. */
  public void send(Handle handle, User user) {
    OneTimeLinks.Created link =
        links.create(handle, Purpose.RESET_PASSWORD, user.id(), user.email(), LIFETIME);
    Map<String, String> values =
        Map.of(
            "name", Letter.greetingName(user),
            "username", user.username(),
            "link", outbox.link(PasswordReset.PAGE, link.token().reveal()),
            "days", Long.toString(LIFETIME.toDays()));
    var _ =
        outbox.add(
            handle,
            new Letter(
                MailKind.ACCOUNT_CREATED, user.email(), user.locale(), values, link.expiresAt()));
  }
}
