package dev.touchstone.usermanagement.recovery;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.link.OneTimeLinks;
import dev.touchstone.usermanagement.link.OneTimeLinks.Purpose;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives people who have forgotten their password a link for a new one. Thread-safe. */
public final class PasswordReset {
  private static final Logger log = LoggerFactory.getLogger(PasswordReset.class);
  static final String PAGE = "reset-password";

  /** Of a request that waits: the people behind older ones have asked again. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final UserStore users;
  private final PasswordHasher hasher;
  private final PasswordRules rules;
  private final RevocationStore revocations;
  private final OneTimeLinks links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final ResetRequestStore requests;
  private final Clock clock;

  /** Resets the passwords of the accounts in the given store. */
  public PasswordReset(
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      PasswordRules rules,
      RevocationStore revocations,
      OneTimeLinks links,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.hasher = hasher;
    this.rules = rules;
    this.revocations = revocations;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.requests = new ResetRequestStore(jdbi);
    this.clock = clock;
  }

  /** A link to hand over. */
  record HandedLink(String url, Instant expiresAt) {
    @Override
    public String toString() {
      return "link until " + expiresAt;
    }
  }

  /** Takes a request, whether or not there is such an account; {@link #process} answers by mail. */
  void request(String login) {
    requests.add(login, clock.instant());
  }

  /** Sends the links that were asked for; a periodic task. */
  public void process() {
    while (requests.takeOldest((handle, request) -> process(handle, request))) {
      log.debug("A request for a new password was processed");
    }
  }

  private void process(Handle handle, ResetRequestStore.Request request) {
    if (request.requestedAt().plus(LONGEST_WAIT).isBefore(clock.instant())) {
      return;
    }
    users
        .lockByLogin(handle, request.login())
        .filter(User::isActive)
        .ifPresent(user -> send(handle, user));
  }

  private void send(Handle handle, User user) {
    OneTimeLinks.Created link =
        links.create(handle, Purpose.RESET_PASSWORD, user.id(), user.email());
    Map<String, String> values =
        Map.of(
            "name", Letter.greetingName(user),
            "username", user.username(),
            "link", outbox.link(PAGE, link.token().reveal()),
            "minutes", Long.toString(Purpose.RESET_PASSWORD.lifetime().toMinutes()));
    Letter letter =
        new Letter(MailKind.RESET_PASSWORD, user.email(), user.locale(), values, link.expiresAt());
    if (outbox.add(handle, letter)) {
      audit.add(handle, AuditEvent.ofUser("password.reset_requested", user.id()));
    }
  }

  /**
   * Makes a link that an administrator hands over.
   *
   * @throws ProblemException 404 {@code user_not_found}, 409 {@code account_inactive}
   */
  HandedLink createLink(Principal by, long userId) {
    return jdbi.inTransaction(handle -> {
      User user = users.lock(handle, userId).orElseThrow(PasswordReset::userNotFound);
      if (!user.isActive()) {
        throw ProblemException.conflict(
            "account_inactive", "This account is closed. Reopen it first.");
      }
      // An earlier link may have gone to the wrong person.
      links.deleteAll(handle, Purpose.RESET_PASSWORD, userId);
      OneTimeLinks.Created link = links.create(handle, Purpose.RESET_PASSWORD, userId, null);
      audit.add(handle, AuditEvent.ofUser("password.reset_link_created", userId).by(by));
      log.info("User {} made a link for a new password of user {}", by.userId(), userId);
      return new HandedLink(outbox.link(PAGE, link.token().reveal()), link.expiresAt());
    });
  }

  /**
   * Sets a new password with the token of a link, and ends all sessions of the account.
   *
   * @throws ProblemException 400 {@code link_invalid}, or {@code invalid_request} if the password
   *     is refused
   */
  void confirm(String token, String password) {
    User owner = owner(token);
    Optional<FieldError> fault =
        rules.fault("new_password", password, List.of(owner.username(), owner.email()));
    if (fault.isPresent()) {
      throw ProblemException.invalidRequest(List.of(fault.get()));
    }
    String hash = hasher.hash(password); // not within a transaction: it takes long
    jdbi.useTransaction(handle -> store(handle, owner.id(), token, hash));
    log.info("User {} has set a new password with a link", owner.id());
  }

  private User owner(String token) {
    return users
        .find(links.find(Purpose.RESET_PASSWORD, token).userId())
        .filter(User::isActive)
        .orElseThrow(OneTimeLinks::invalid);
  }

  private void store(Handle handle, long owner, String token, String hash) {
    // The account first, as everywhere: whoever locks a link first would wait for the other.
    User user = users.lock(handle, owner).filter(User::isActive).orElseThrow(OneTimeLinks::invalid);
    OneTimeLinks.Used link = links.use(handle, Purpose.RESET_PASSWORD, token);
    Instant now = clock.instant();
    users.setPassword(handle, user.id(), hash, now);
    // Whoever opens a link that was sent to an address can read what is sent there.
    boolean counts =
        user.emailVerified()
            || (user.email().equals(link.email())
                && users.confirmEmail(handle, user.id(), user.email(), now));
    revocations.endAll(handle, user.id(), "", EndReason.PASSWORD_RESET, now);
    audit.add(
        handle, AuditEvent.ofUser("password.reset", user.id()).by(user.id(), user.username()));
    if (counts) {
      outbox.add(handle, Letter.notice(MailKind.PASSWORD_CHANGED, user));
    }
  }

  static ProblemException userNotFound() {
    return ProblemException.notFound("user_not_found", "This user does not exist.");
  }
}
