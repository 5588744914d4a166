package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.usermanagement.user.DisplayName;
import dev.touchstone.usermanagement.user.EmailAddress;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.Username;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators enter about an account, normalised; null where they entered nothing. */
record AccountFields(
    @Nullable String username,
    @Nullable String email,
    @Nullable String displayName,
    @Nullable Role role,
    @Nullable String locale) {
  /** Normalises and checks the fields that are there. */
  static Checked check(
      @Nullable String username,
      @Nullable String email,
      @Nullable String displayName,
      @Nullable String role,
      @Nullable String locale) {
    AccountFields fields =
        new AccountFields(
            username == null ? null : Username.normalise(username),
            email == null ? null : EmailAddress.normalise(email),
            displayName == null ? null : DisplayName.normalise(displayName),
            role == null ? null : Role.of(role).orElse(null),
            locale);
    List<FieldError> faults = new ArrayList<>();
    fields.checkUsername(faults);
    if (fields.email() != null && !EmailAddress.isValid(fields.email())) {
      faults.add(new FieldError("email", "Enter an email address.", "email_invalid"));
    }
    if (fields.displayName() != null
        && !(DisplayName.isValid(fields.displayName())
            && StorableText.isStorable(fields.displayName()))) {
      faults.add(
          new FieldError(
              "display_name",
              "Use 1 to 80 visible characters, a letter or digit among them.",
              "display_name_invalid"));
    }
    if (role != null && fields.role() == null) {
      faults.add(new FieldError("role", "Use learner, author or admin.", "role_unknown"));
    }
    if (locale != null && !Locales.isKnown(locale)) {
      faults.add(new FieldError("locale", "Use en or vi.", "locale_unknown"));
    }
    return new Checked(fields, List.copyOf(faults));
  }

  private void checkUsername(List<FieldError> faults) {
    if (username == null) {
      return;
    }
    if (!Username.isValid(username)) {
      faults.add(
          new FieldError(
              "username",
              "Use 3 to 32 characters: letters from a to z, digits, and . _ - between them.",
              "username_invalid"));
    } else if (role != Role.ADMIN && Username.isReserved(username)) {
      faults.add(new FieldError("username", "This name is reserved.", "username_reserved"));
    }
  }

  /** Fields and what is wrong with them. */
  record Checked(AccountFields fields, List<FieldError> faults) {
    AccountFields orThrow() {
      if (!faults.isEmpty()) {
        throw ProblemException.invalidRequest(faults);
      }
      return fields;
    }
  }
}
