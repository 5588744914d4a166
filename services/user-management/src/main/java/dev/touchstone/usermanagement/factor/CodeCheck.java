package dev.touchstone.usermanagement.factor;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.passkey.PasskeyStore;
import dev.touchstone.usermanagement.session.LoginThrottle;
import dev.touchstone.usermanagement.session.SecondFactors;
import dev.touchstone.usermanagement.token.KeyCipher;
import dev.touchstone.usermanagement.user.User;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks codes of authenticator apps and recovery codes: each is right once, and wrong ones are
 * limited per account. Thread-safe.
 */
public final class CodeCheck implements SecondFactors {
  private static final Logger log = LoggerFactory.getLogger(CodeCheck.class);
  private static final Pattern APP_CODE = Pattern.compile("[0-9]{6}");

  private final SecondFactorStore store;
  private final PasskeyStore passkeys;
  private final LoginThrottle throttle;
  private final SecondFactorPolicy policy;
  private final KeyCipher cipher;
  private final Totp totp = new Totp();
  private final Clock clock;

  /**
   * Checks the codes of the given database.
   *
   * @param cipher encrypts the secrets of the apps
   */
  public CodeCheck(
      Jdbi jdbi,
      PasskeyStore passkeys,
      LoginThrottle throttle,
      SecondFactorPolicy policy,
      KeyCipher cipher,
      Clock clock) {
    this.store = new SecondFactorStore(jdbi);
    this.passkeys = passkeys;
    this.throttle = throttle;
    this.policy = policy;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Override
  public List<String> methods(User user) {
    List<String> methods = new ArrayList<>();
    boolean hasApp = hasApp(user.id());
    if (hasApp) {
      methods.add("totp");
      if (store.countRecoveryCodes(user.id()) > 0) {
        methods.add("recovery_code");
      }
    }
    // Where nothing requires a second factor, a passkey is a convenience beside the password.
    if ((hasApp || isRequiredFor(user)) && passkeys.any(user.id())) {
      methods.add("passkey");
    }
    return methods;
  }

  @Override
  public boolean mustEnrol(User user) {
    return isRequiredFor(user) && !hasApp(user.id()) && !passkeys.any(user.id());
  }

  @Override
  public void prove(long userId, String code) {
    String subject = "factor:" + userId;
    throttle.admit(subject);
    if (!isRight(userId, code)) {
      log.info("Wrong second factor for user {}", userId);
      throw wrong();
    }
    throttle.succeeded(subject);
  }

  boolean isRequiredFor(User user) {
    return policy.requiredFor().contains(user.role());
  }

  boolean hasApp(long userId) {
    return store.find(userId).filter(SecondFactorStore.App::isConfirmed).isPresent();
  }

  /** The period of a right code for a stored secret; empty for a wrong code. */
  OptionalLong period(long userId, byte[] sealed, String code) {
    try {
      return totp.period(cipher.decrypt(name(userId), sealed), compact(code), clock.instant());
    } catch (GeneralSecurityException e) {
      log.error(
          "The second factor of user {} can't be decrypted: TOUCHSTONE_SIGNING_SECRET is not the"
              + " secret that encrypted it.",
          userId);
      return OptionalLong.empty();
    }
  }

  byte[] seal(long userId, byte[] secret) {
    return cipher.encrypt(name(userId), secret);
  }

  /** Encrypts with the first value of the cipher's secret what another value did. */
  public void encryptAgain() {
    for (SecondFactorStore.Sealed app : store.confirmed()) {
      try {
        cipher
            .renew(name(app.userId()), app.secret())
            .ifPresent(sealed -> store.replace(app, sealed));
      } catch (GeneralSecurityException e) {
        log.error(
            "The second factor of user {} can't be decrypted with any value of"
                + " TOUCHSTONE_SIGNING_SECRET.",
            app.userId());
      }
    }
  }

  static ProblemException wrong() {
    return ProblemException.of(
        403, "second_factor_invalid", "The code is wrong, was used before, or is too old.");
  }

  private boolean isRight(long userId, String code) {
    if (!APP_CODE.matcher(compact(code)).matches()) {
      return store.useRecoveryCode(userId, new RecoveryCode(code));
    }
    OptionalLong period =
        store
            .find(userId)
            .filter(SecondFactorStore.App::isConfirmed)
            .map(app -> period(userId, app.secret(), code))
            .orElse(OptionalLong.empty());
    return period.isPresent() && store.usePeriod(userId, period.getAsLong());
  }

  /** Apps show "123 456". */
  private static String compact(String code) {
    return code.replace(" ", "").strip();
  }

  private static String name(long userId) {
    return "totp " + userId;
  }
}
