package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.user.User;
import java.util.List;

/** What a sign-in asks of second factors. Thread-safe. */
public interface SecondFactors {
  /**
   * The ways in which a sign-in by password is completed, empty if it needs no second step: {@code
   * totp}, {@code recovery_code}, and {@code passkey}, which replaces the password, too.
   */
  List<String> methods(User user);

  /** Whether the role of an account requires a second factor that the account does not have. */
  boolean mustEnrol(User user);

  /**
   * Accepts a code once.
   *
   * @throws ProblemException 403 {@code second_factor_invalid}, 429 {@code rate_limited}
   */
  void prove(long userId, String code);
}
