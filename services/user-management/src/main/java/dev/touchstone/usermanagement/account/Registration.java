package dev.touchstone.usermanagement.account;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.user.DisplayName;
import dev.touchstone.usermanagement.user.EmailAddress;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.Username;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a registration. It has no role on purpose. */
record Registration(
    @Nullable String username,
    @Nullable String email,
    @Nullable String password,
    @Nullable String displayName,
    @Nullable String locale,
    @Nullable String code,
    @Nullable String invitation) {
  /** A registration that passed all checks. */
  record Accepted(
      String username, String email, String password, String displayName, String locale) {
    @Override
    public String toString() {
      return "registration of " + username;
    }
  }

  /**
   * Normalises and checks every field.
   *
   * @throws ProblemException 400 with all faults
   */
  Accepted accept(PasswordRules rules) {
    Accepted accepted =
        new Accepted(
            Username.normalise(orEmpty(username)),
            EmailAddress.normalise(orEmpty(email)),
            orEmpty(password),
            DisplayName.normalise(displayName == null ? orEmpty(username) : displayName),
            locale == null ? Locales.DEFAULT : locale);
    List<FieldError> faults = new ArrayList<>();
    checkUsername(accepted.username(), faults);
    if (!EmailAddress.isValid(accepted.email())) {
      faults.add(new FieldError("email", "Enter an email address.", "email_invalid"));
    }
    rules
        .fault("password", accepted.password(), List.of(accepted.username(), accepted.email()))
        .ifPresent(faults::add);
    faults.addAll(
        ProfileChange.faults(displayName == null ? null : accepted.displayName(), locale));
    if (displayName != null && DisplayName.isReserved(accepted.displayName())) {
      faults.add(ProfileChange.reserved("display_name"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalidRequest(faults);
    }
    return accepted;
  }

  private static void checkUsername(String username, List<FieldError> faults) {
    if (!Username.isValid(username)) {
      faults.add(
          new FieldError(
              "username",
              "Use 3 to 32 characters: letters from a to z, digits, and . _ - between them.",
              "username_invalid"));
    } else if (Username.isReserved(username)) {
      faults.add(ProfileChange.reserved("username"));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "registration of " + username;
  }
}
