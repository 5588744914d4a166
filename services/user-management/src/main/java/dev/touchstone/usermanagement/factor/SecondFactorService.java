package dev.touchstone.usermanagement.factor;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.passkey.PasskeyStore;
import dev.touchstone.usermanagement.session.CurrentPassword;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets second factors up and removes them. Thread-safe. */
public final class SecondFactorService {
  private static final Logger log = LoggerFactory.getLogger(SecondFactorService.class);

  private final Jdbi jdbi;
  private final UserStore users;
  private final SecondFactorStore store;
  private final CodeCheck codes;
  private final CurrentPassword passwords;
  private final RevocationStore revocations;
  private final AuditLog audit;
  private final Clock clock;

  /** Manages the second factors of the given accounts. */
  public SecondFactorService(
      Jdbi jdbi,
      UserStore users,
      CodeCheck codes,
      CurrentPassword passwords,
      RevocationStore revocations,
      AuditLog audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.store = new SecondFactorStore(jdbi);
    this.codes = codes;
    this.passwords = passwords;
    this.revocations = revocations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an account has.
   *
   * @param totpSince null without an authenticator app
   */
  record Status(boolean required, @Nullable Instant totpSince, int recoveryCodesLeft) {}

  /** A secret for the app, which a first code must confirm. */
  record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
      return "enrolment";
    }
  }

  Status status(Principal principal) {
    User user = user(principal);
    return new Status(
        codes.isRequiredFor(user),
        store.find(user.id()).map(SecondFactorStore.App::confirmedAt).orElse(null),
        store.countRecoveryCodes(user.id()));
  }

  /**
   * Makes a secret for an authenticator app; it counts only once {@link #confirm} has seen a code.
   *
   * @throws ProblemException 403 {@code current_password_wrong}, 409 {@code second_factor_exists},
   *     429 {@code rate_limited}
   */
  Enrolment begin(Principal principal, String password) {
    User user = passwords.require(principal, password);
    byte[] secret = Totp.newSecret();
    if (!store.propose(user.id(), codes.seal(user.id(), secret), clock.instant())) {
      throw exists();
    }
    return new Enrolment(Totp.base32(secret), Totp.uri(user.username(), secret));
  }

  /**
   * Confirms the app with its first code.
   *
   * @return the recovery codes
   * @throws ProblemException 403 {@code second_factor_invalid}, 409 {@code second_factor_exists} or
   *     {@code second_factor_not_started}
   */
  List<RecoveryCode> confirm(Principal principal, String code) {
    long userId = principal.userId();
    SecondFactorStore.App app = store.find(userId).orElseThrow(SecondFactorService::notStarted);
    if (app.isConfirmed()) {
      throw exists();
    }
    OptionalLong period = codes.period(userId, app.secret(), code);
    if (period.isEmpty()) {
      throw CodeCheck.wrong();
    }
    List<RecoveryCode> recovery = RecoveryCode.createAll();
    jdbi.useTransaction(handle -> {
      if (!SecondFactorStore.confirm(
          handle, userId, app.secret(), period.getAsLong(), recovery, clock.instant())) {
        throw notStarted();
      }
      audit.add(handle, event("second_factor.added", principal, userId));
    });
    log.info("User {} set up a second factor", userId);
    return recovery;
  }

  /**
   * Replaces the recovery codes.
   *
   * @throws ProblemException 403 {@code current_password_wrong} or {@code second_factor_invalid},
   *     429 {@code rate_limited}
   */
  List<RecoveryCode> renewRecoveryCodes(Principal principal, String password, String code) {
    proveBoth(principal, password, code);
    List<RecoveryCode> recovery = RecoveryCode.createAll();
    long userId = principal.userId();
    jdbi.useTransaction(handle -> {
      SecondFactorStore.replaceCodes(handle, userId, recovery);
      audit.add(handle, event("second_factor.recovery_codes_renewed", principal, userId));
    });
    log.info("User {} made new recovery codes", principal.userId());
    return recovery;
  }

  /**
   * Removes the own second factor and ends all other sessions.
   *
   * @throws ProblemException 403 {@code current_password_wrong} or {@code second_factor_invalid},
   *     429 {@code rate_limited}
   */
  void remove(Principal principal, String password, String code) {
    proveBoth(principal, password, code);
    remove(principal, principal.userId(), principal.sessionId(), false);
    log.info("User {} removed the second factor", principal.userId());
  }

  /**
   * Removes the second factor and the passkeys of somebody who lost them, and ends all sessions of
   * the account.
   *
   * @throws ProblemException 404 {@code user_not_found}, 409 {@code own_second_factor}
   */
  void removeOf(Principal administrator, long userId) {
    if (administrator.userId() == userId) {
      throw ProblemException.conflict(
          "own_second_factor",
          "Remove your own second factor in your account, with your password and a code.");
    }
    if (users.find(userId).isEmpty()) {
      throw userNotFound();
    }
    if (remove(administrator, userId, "", true)) {
      log.info("User {} removed the second factor of user {}", administrator.userId(), userId);
    }
  }

  static ProblemException userNotFound() {
    return ProblemException.notFound("user_not_found", "This user does not exist.");
  }

  private boolean remove(Principal by, long userId, String keptSession, boolean withPasskeys) {
    return jdbi.inTransaction(handle -> {
      boolean removed = SecondFactorStore.remove(handle, userId);
      if (withPasskeys) {
        removed |= PasskeyStore.deleteAll(handle, userId);
      }
      if (removed) {
        revocations.endAll(
            handle, userId, keptSession, EndReason.SECOND_FACTOR_REMOVED, clock.instant());
        audit.add(handle, event("second_factor.removed", by, userId));
      }
      return removed;
    });
  }

  private static AuditEvent event(String kind, Principal by, long userId) {
    return AuditEvent.ofUser(kind, userId).by(by);
  }

  private void proveBoth(Principal principal, String password, String code) {
    passwords.require(principal, password);
    codes.prove(principal.userId(), code);
  }

  private User user(Principal principal) {
    return users.find(principal.userId()).orElseThrow(ProblemException::unauthenticated);
  }

  private static ProblemException exists() {
    return ProblemException.conflict(
        "second_factor_exists", "This account has a second factor. Remove it first.");
  }

  private static ProblemException notStarted() {
    return ProblemException.conflict(
        "second_factor_not_started", "Start the set-up again and scan the new QR code.");
  }
}
