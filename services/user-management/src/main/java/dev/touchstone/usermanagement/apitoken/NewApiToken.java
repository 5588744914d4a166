package dev.touchstone.usermanagement.apitoken;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Scope;
import dev.touchstone.usermanagement.user.DisplayName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request for a token. */
record NewApiToken(
    @Nullable String name, @Nullable List<String> scopes, @Nullable Integer expiresInDays) {
  private static final int LONGEST_DAYS = 366;

  /** A request that passed all checks. */
  record Accepted(String name, Set<Scope> scopes, Duration lifetime) {}

  /**
   * Checks every field.
   *
   * @throws ProblemException 400 with all faults
   */
  Accepted accept() {
    String named = DisplayName.normalise(name == null ? "" : name);
    List<Optional<Scope>> wanted =
        scopes == null ? List.of() : scopes.stream().map(NewApiToken::scope).toList();
    int days = expiresInDays == null ? 0 : expiresInDays;
    new Violations()
        .check(DisplayName.isValid(named), "name", "name_invalid", "Use 1 to 80 characters.")
        .check(
            !wanted.isEmpty() && wanted.stream().allMatch(Optional::isPresent),
            "scopes",
            "scope_unknown",
            "Choose at least one of the scopes.")
        .check(
            days >= 1 && days <= LONGEST_DAYS,
            "expires_in_days",
            "out_of_range",
            "Use a number from 1 to " + LONGEST_DAYS + ".")
        .finish();
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    wanted.forEach(scope -> scope.ifPresent(granted::add));
    return new Accepted(named, granted, Duration.ofDays(days));
  }

  private static Optional<Scope> scope(@Nullable String wireName) {
    return Scope.of(Objects.requireNonNullElse(wireName, ""))
        .filter(scope -> scope != Scope.SECOND_FACTOR_ENROLMENT);
  }
}
