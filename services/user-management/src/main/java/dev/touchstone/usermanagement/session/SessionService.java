package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Revocations;
import dev.touchstone.platform.security.Scope;
import dev.touchstone.platform.security.Scopes;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.user.Credentials;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs users in, keeps them signed in, and ends sessions. Thread-safe. */
public final class SessionService implements Revocations {
  private static final Logger log = LoggerFactory.getLogger(SessionService.class);

  /** As long as browsers keep the cookie. */
  private static final Duration DEVICES_KEPT = Duration.ofDays(400);

  private final UserStore users;
  private final PasswordHasher hasher;
  private final SessionStore sessions;
  private final DeviceStore devices;
  private final AuditLog audit;
  private final RevocationStore revocations;
  private final LoginThrottle throttle;
  private final SecondFactors factors;
  private final SecondStep secondStep;
  private final SessionLifetimes lifetimes;
  private final Clock clock;

  /** Signs in the users of the given store. */
  public SessionService(
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      RevocationStore revocations,
      LoginThrottle throttle,
      SecondFactors factors,
      AuditLog audit,
      SessionLifetimes lifetimes,
      Clock clock) {
    this.users = users;
    this.hasher = hasher;
    this.sessions = new SessionStore(jdbi);
    this.devices = new DeviceStore(jdbi);
    this.audit = audit;
    this.revocations = revocations;
    this.throttle = throttle;
    this.factors = factors;
    this.secondStep = new SecondStep(jdbi, factors, clock);
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * A session that was started or continued.
   *
   * @param token the new refresh token
   */
  record Granted(Session session, RefreshToken token) {}

  /**
   * Signs in an account without a second factor, and starts the sign-in of one that has it.
   *
   * @throws ProblemException 401 {@code credentials_invalid}, 401 {@code second_factor_required},
   *     403 {@code account_inactive} or {@code email_not_verified} (all three only with the correct
   *     password), 429 {@code rate_limited}
   */
  Granted login(String login, String password, Client client) {
    Optional<Credentials> found = users.findByLogin(login);
    String subject =
        found
            .map(credentials -> subject(credentials.user(), client))
            .orElseGet(() -> LoginThrottle.subject(login, client.network()));
    throttle.admit(subject);
    boolean proven =
        found
            .map(credentials -> hasher.matches(password, credentials.passwordHash()))
            .orElseGet(() -> hasher.refuse(password));
    if (!proven || found.isEmpty()) {
      found.ifPresent(credentials -> log.info("Wrong password for {}", credentials));
      throw credentialsInvalid();
    }
    throttle.succeeded(subject);
    User user = found.get().user();
    requireActive(user);
    requireVerified(user);
    if (hasher.isOutdated(found.get().passwordHash())) {
      users.rehash(user.id(), found.get().passwordHash(), hasher.hash(password));
    }
    secondStep.requireFrom(user);
    return begin(user, client);
  }

  /**
   * Completes a sign-in with the challenge of its first step.
   *
   * @param code of the authenticator app, or a recovery code
   * @throws ProblemException 401 {@code challenge_invalid}, 403 {@code second_factor_invalid} or
   *     {@code account_inactive}, 429 {@code rate_limited}
   */
  Granted complete(RefreshToken challenge, String code, Client client) {
    long userId = secondStep.accept(challenge, code);
    User user = users.find(userId).orElseThrow(SessionService::credentialsInvalid);
    requireActive(user);
    return begin(user, client);
  }

  /**
   * Signs in somebody whom another program has identified; the own second factor is still asked
   * for.
   *
   * @throws ProblemException 401 {@code second_factor_required}, 403 {@code account_inactive}
   */
  Granted signIn(User user, Client client) {
    requireActive(user);
    secondStep.requireFrom(user);
    return begin(user, client);
  }

  /**
   * Signs in somebody who has proven both factors.
   *
   * @throws ProblemException 403 {@code account_inactive} or {@code email_not_verified}
   */
  Granted signInProven(User user, Client client) {
    requireActive(user);
    requireVerified(user);
    return begin(user, client);
  }

  /** The rights of a session: those of its owner, or only to enrol the required second factor. */
  Principal principal(Session session) {
    User user = session.user();
    Scopes scopes =
        factors.mustEnrol(user)
            ? Scopes.of(Set.of(Scope.SECOND_FACTOR_ENROLMENT))
            : Scopes.unlimited();
    return new Principal(user.id(), user.username(), user.role(), session.id().toString(), scopes);
  }

  /**
   * Exchanges a refresh token.
   *
   * @throws ProblemException 401 {@code refresh_invalid}
   */
  Granted refresh(RefreshToken presented) {
    RefreshToken successor = RefreshToken.create();
    Instant now = clock.instant();
    var stored = new SessionStore.NewToken(successor, now.plus(lifetimes.idle()));
    return switch (sessions.exchange(presented.hash(), stored, now, lifetimes.grace())) {
      case Exchange.Rotated(Session session) -> new Granted(session, successor);
      case Exchange.Reused(Session session) -> {
        log.warn(
            "A refresh token of user {} was used twice; session {} was ended",
            session.user().id(),
            session.id());
        throw refreshInvalid();
      }
      case Exchange.Refused() -> throw refreshInvalid();
    };
  }

  /** Ends the session of a refresh token; does nothing if the token is unknown. */
  void logout(RefreshToken presented) {
    sessions
        .sessionOf(presented.hash())
        .ifPresent(session -> revocations.end(session, EndReason.LOGOUT, clock.instant()));
  }

  /** Whether the session has ended; called for every request with a token. */
  @Override
  public boolean contains(String sessionId) {
    try {
      return !sessions.isAlive(UUID.fromString(sessionId));
    } catch (IllegalArgumentException e) { // sessions have UUIDs
      return true;
    }
  }

  /** The sessions that ended after the given place in the list, oldest first. */
  List<Revocation> revokedSince(long place, int limit) {
    return revocations.since(place, limit);
  }

  /** Deletes what has expired; a periodic task. */
  public void deleteExpired() {
    Instant now = clock.instant();
    int count =
        sessions.deleteExpired(now.minus(SessionLifetimes.LONGEST_ACCESS))
            + revocations.deleteBefore(now.minus(SessionLifetimes.REVOCATIONS_KEPT))
            + throttle.deleteForgotten()
            + devices.deleteUnusedSince(now.minus(DEVICES_KEPT))
            + secondStep.deleteExpired(now);
    log.debug("Deleted {} expired sessions, revocations, failures and challenges", count);
  }

  /** The response to a request without a valid refresh token. */
  static ProblemException refreshInvalid() {
    return ProblemException.unauthenticated(
        "refresh_invalid", "Your session has ended. Sign in again.");
  }

  /** Nobody can slow down a browser that its owner has used before. */
  private String subject(User user, Client client) {
    return client
        .device()
        .filter(device -> devices.isKnown(user.id(), device))
        .map(device -> LoginThrottle.subjectOfDevice(user.id(), device))
        .orElseGet(() -> LoginThrottle.subject(user.id(), client.network()));
  }

  private static void requireVerified(User user) {
    if (user.mustVerify()) {
      throw ProblemException.of(
          403, "email_not_verified", "Open the link in the mail that was sent to you first.");
    }
  }

  private Granted begin(User user, Client client) {
    Instant now = clock.instant();
    Session session = new Session(UUID.randomUUID(), user, now.plus(lifetimes.longest()));
    RefreshToken token = RefreshToken.create();
    var stored = new SessionStore.NewToken(token, now.plus(lifetimes.idle()));
    if (!sessions.create(session, stored, client, now)) {
      throw credentialsInvalid();
    }
    client.device().ifPresent(device -> devices.remember(user.id(), device, now));
    audit.add(
        AuditEvent.ofUser("session.started", user.id())
            .by(user.id(), user.username())
            .from(client.network()));
    return new Granted(session, token);
  }

  private static void requireActive(User user) {
    if (!user.isActive()) {
      throw ProblemException.of(
          403, "account_inactive", "This account has been closed. Ask your administrator.");
    }
  }

  private static ProblemException credentialsInvalid() {
    return ProblemException.unauthenticated(
        "credentials_invalid", "The user name or the password is wrong.");
  }

  /** The lifetime of a refresh token, and so of its cookie. */
  Duration idle() {
    return lifetimes.idle();
  }
}
