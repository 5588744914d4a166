package dev.touchstone.usermanagement.passkey;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.session.CurrentPassword;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.session.SecondFactors;
import dev.touchstone.usermanagement.token.KeyCipher;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds passkeys to accounts, and recognises who signs in with one. The device has asked for a
 * finger, a face or a PIN, so a passkey counts as both factors. Thread-safe.
 */
public final class PasskeyService {
  private static final Logger log = LoggerFactory.getLogger(PasskeyService.class);

  private static final int MOST = 20;

  private final Optional<RelyingParty> party;
  private final Jdbi jdbi;
  private final PasskeyStore store;
  private final UserStore users;
  private final CurrentPassword passwords;
  private final SecondFactors factors;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Challenges challenges;
  private final Clock clock;
  private volatile @Nullable WebAuthn webAuthn;

  /**
   * Manages the passkeys of the given accounts.
   *
   * @param party empty if the platform has no address that passkeys can belong to
   * @param cipher seals challenges
   */
  public PasskeyService(
      Optional<RelyingParty> party,
      Jdbi jdbi,
      PasskeyStore store,
      UserStore users,
      CurrentPassword passwords,
      SecondFactors factors,
      Outbox outbox,
      AuditLog audit,
      KeyCipher cipher,
      Clock clock) {
    this.party = party;
    this.jdbi = jdbi;
    this.store = store;
    this.users = users;
    this.passwords = passwords;
    this.factors = factors;
    this.outbox = outbox;
    this.audit = audit;
    this.challenges = new Challenges(jdbi, cipher, clock);
    this.clock = clock;
  }

  /**
   * What a browser needs to ask a device for a passkey.
   *
   * @param user who gets it; null to sign in
   * @param known what the device must not have already
   */
  record Question(RelyingParty party, String challenge, @Nullable User user, List<byte[]> known) {}

  List<PasskeyStore.Listed> list(Principal principal) {
    return store.list(principal.userId());
  }

  /**
   * Begins to add a passkey, which will count as both factors: so both are asked for.
   *
   * @param code of the authenticator app or a recovery code, where the account has them
   * @throws ProblemException 403 {@code current_password_wrong} or {@code second_factor_invalid},
   *     409 {@code passkeys_unavailable} or {@code too_many_passkeys}, 429 {@code rate_limited}
   */
  Question beginAdding(Principal principal, String password, String code) {
    RelyingParty present = requireParty();
    User user = passwords.require(principal, password);
    if (factors.methods(user).contains("totp")) {
      new Violations()
          .check(!code.isBlank(), "code", "required", "Enter the code of your app.")
          .finish();
      factors.prove(user.id(), code);
    }
    List<byte[]> known = store.credentialIds(user.id());
    if (known.size() >= MOST) {
      throw tooMany();
    }
    return new Question(present, challenges.create(user.id()), user, known);
  }

  /**
   * Adds the passkey that a device has made.
   *
   * @param json as browsers write it ({@code RegistrationResponseJSON})
   * @throws ProblemException 403 {@code passkey_invalid}, 409 {@code passkey_exists}, {@code
   *     passkeys_unavailable} or {@code too_many_passkeys}
   */
  PasskeyStore.Listed add(Principal principal, String name, String json) {
    WebAuthn checks = checks();
    RegistrationData data = checks.readRegistration(json);
    byte[] challenge = WebAuthn.challenge(data.getCollectedClientData());
    WebAuthn.Registered registered = checks.check(data);
    Instant now = clock.instant();
    long id =
        jdbi.inTransaction(handle -> {
          requireChallenge(handle, challenge, principal.userId());
          return insert(handle, principal, name, registered, now);
        });
    log.info("User {} added a passkey", principal.userId());
    return new PasskeyStore.Listed(id, name, now, null);
  }

  private long insert(
      Handle handle,
      Principal principal,
      String name,
      WebAuthn.Registered registered,
      Instant now) {
    // Two requests at once would both find a free place.
    User user =
        users.lock(handle, principal.userId()).orElseThrow(ProblemException::unauthenticated);
    RevocationStore.requireAlive(handle, principal);
    if (store.credentialIds(user.id()).size() >= MOST) {
      throw tooMany();
    }
    long id =
        PasskeyStore.insert(handle, user.id(), name, registered, now)
            .orElseThrow(() ->
                ProblemException.conflict(
                    "passkey_exists", "This device has a passkey here already."));
    audit.add(handle, AuditEvent.ofUser("passkey.added", user.id()).by(principal));
    if (user.emailVerified()) {
      outbox.add(handle, Letter.notice(MailKind.PASSKEY_ADDED, user));
    }
    return id;
  }

  /**
   * Removes a passkey, but not the last second factor where the role requires one: the password
   * alone would then be enough.
   *
   * @throws ProblemException 404 {@code passkey_not_found}, 409 {@code last_second_factor}
   */
  void remove(Principal principal, long id) {
    jdbi.useTransaction(handle -> {
      // Two requests at once would each find the other's passkey.
      User user =
          users.lock(handle, principal.userId()).orElseThrow(ProblemException::unauthenticated);
      if (!PasskeyStore.delete(handle, principal.userId(), id)) {
        throw notFound();
      }
      if (factors.mustEnrol(user)) {
        throw ProblemException.conflict(
            "last_second_factor",
            "Your role requires a second factor. Add another passkey or an app first.");
      }
      audit.add(handle, AuditEvent.ofUser("passkey.removed", principal.userId()).by(principal));
    });
    log.info("User {} removed a passkey", principal.userId());
  }

  /**
   * Begins a sign-in; the device knows whose passkeys it has.
   *
   * @throws ProblemException 409 {@code passkeys_unavailable}
   */
  Question beginSignIn() {
    return new Question(requireParty(), challenges.create(0), null, List.of());
  }

  /**
   * Recognises who signs in.
   *
   * @param json as browsers write it ({@code AuthenticationResponseJSON})
   * @throws ProblemException 403 {@code passkey_invalid}, 409 {@code passkeys_unavailable}
   */
  User recognise(String json) {
    WebAuthn checks = checks();
    AuthenticationData data = checks.readAuthentication(json);
    byte[] challenge = WebAuthn.challenge(data.getCollectedClientData());
    byte[] credentialId = WebAuthn.credentialId(data);
    long userId =
        jdbi.inTransaction(handle -> {
          PasskeyStore.Stored stored =
              PasskeyStore.lock(handle, credentialId).orElseThrow(WebAuthn::invalid);
          WebAuthn.Proven proven = checks.check(data, stored);
          requireChallenge(handle, challenge, 0);
          PasskeyStore.used(handle, stored.id(), proven, clock.instant());
          return stored.userId();
        });
    return users.find(userId).orElseThrow(WebAuthn::invalid);
  }

  /** Deletes what has expired; a periodic task. */
  public void deleteExpired() {
    log.debug("Deleted {} expired challenges", challenges.deleteExpired());
  }

  static ProblemException notFound() {
    return ProblemException.notFound("passkey_not_found", "This passkey does not exist.");
  }

  private void requireChallenge(Handle handle, byte[] challenge, long userId) {
    if (!challenges.use(handle, challenge, userId)) {
      throw WebAuthn.invalid();
    }
  }

  private RelyingParty requireParty() {
    return party.orElseThrow(() ->
        ProblemException.conflict(
            "passkeys_unavailable",
            "Passkeys need an address with a name. The operator sets it as PUBLIC_URL."));
  }

  /** Made when first needed: few installations start with passkeys. */
  private WebAuthn checks() {
    WebAuthn present = webAuthn;
    if (present == null) {
      present = new WebAuthn(requireParty());
      webAuthn = present;
    }
    return present;
  }

  private static ProblemException tooMany() {
    return ProblemException.conflict(
        "too_many_passkeys", "An account has at most " + MOST + " passkeys. Remove one first.");
  }
}
