package dev.touchstone.usermanagement.account;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.user.DisplayName;
import dev.touchstone.usermanagement.user.Locales;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's change of the own account; null fields change nothing. */
record ProfileChange(
    @Nullable String displayName, @Nullable String locale, @Nullable String timeZone) {
  /**
   * Normalises and checks.
   *
   * @throws ProblemException 400 with all faults
   */
  ProfileChange accept(Role role) {
    ProfileChange accepted =
        new ProfileChange(
            displayName == null ? null : DisplayName.normalise(displayName), locale, timeZone);
    List<FieldError> faults = faults(accepted.displayName(), accepted.locale());
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(
          new FieldError("time_zone", "Use a name such as Asia/Ho_Chi_Minh.", "time_zone_unknown"));
    }
    String name = accepted.displayName();
    if (name != null && role != Role.ADMIN && DisplayName.isReserved(name)) {
      faults.add(reserved("display_name"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalidRequest(faults);
    }
    return accepted;
  }

  static List<FieldError> faults(@Nullable String displayName, @Nullable String locale) {
    List<FieldError> faults = new ArrayList<>();
    if (displayName != null && !DisplayName.isValid(displayName)) {
      faults.add(
          new FieldError(
              "display_name",
              "Use 1 to 80 visible characters, a letter or digit among them.",
              "display_name_invalid"));
    }
    if (locale != null && !Locales.isKnown(locale)) {
      faults.add(new FieldError("locale", "Use en or vi.", "locale_unknown"));
    }
    return faults;
  }

  /** The fault of a name that poses as staff. */
  static FieldError reserved(String field) {
    return new FieldError(field, "This name is reserved.", field + "_reserved");
  }
}
