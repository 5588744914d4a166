package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.user.User;
import java.util.List;

/** What a sign-in asks of second factors. Thread-safe. */
public interface SecondFactors {
  /** The ways in which an account can prove its second factor, empty if it has none. */
  List<String> methods(long userId);

  /** Whether the role of an account requires a second factor that the account does not have. */
  boolean mustEnrol(User user);

  /**
   * Accepts a code once.
   *
   * @throws ProblemException 403 {@code second_factor_invalid}, 429 {@code rate_limited}
   */
  void prove(long userId, String code);
}
