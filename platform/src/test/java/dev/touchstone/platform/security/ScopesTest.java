package dev.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.http.ProblemException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {
  private static final long OWN_ID = 7;

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/exercises,               exercises:read",
    "HEAD,   /api/v1/exercises/5/attachments, exercises:read",
    "POST,   /api/v1/exercises,               exercises:write",
    "GET,    /api/v1/submissions/5/events,    submissions:read",
    "POST,   /api/v1/submissions,             submissions:write",
    "DELETE, /api/v1/runs/5,                  submissions:write",
    "GET,    /api/v1/progress,                submissions:read",
    "GET,    /api/v1/users/me,                users:read",
    "GET,    /api/v1/users/8,                 users:read",
    "PATCH,  /api/v1/users/8,                 users:write",
    "POST,   /api/v1/users,                   users:write",
  })
  void theAddressDecidesWhichScopeIsNeeded(String method, String path, String scope) {
    assertThat(ScopedPaths.required(method, path, OWN_ID)).isEqualTo(Scope.of(scope));
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH,  /api/v1/users/me",
    "GET,    /api/v1/users/me/tokens",
    "POST,   /api/v1/users/me/password",
    "PATCH,  /api/v1/users/7",
    "PATCH,  /api/v1/users/007",
    "DELETE, /api/v1/users/8/second-factor",
    "POST,   /api/v1/users/8/anything",
    "GET,    /api/v1/unheard-of",
    "GET,    /internal/v1/revocations",
    "GET,    /",
  })
  void whatIsPersonalOrUnknownIsClosed(String method, String path) {
    assertThat(ScopedPaths.required(method, path, OWN_ID)).isEmpty();
  }

  @Test
  void aTokenWithoutTheClaimIsNotLimited() {
    Scopes.ofClaim(null).require("PATCH", "/api/v1/users/me", OWN_ID);
    assertThat(Scopes.unlimited().claim()).isEmpty();
  }

  @Test
  void namesThatThisVersionDoesNotKnowGrantNothing() {
    Scopes scopes = Scopes.ofClaim("exercises:read stars:write");
    assertThat(scopes.granted()).isEqualTo(Optional.of(Set.of(Scope.EXERCISES_READ)));
    assertThat(scopes.claim()).contains("exercises:read");
    refused(Scopes.ofClaim(""), "GET", "/api/v1/exercises", "insufficient_scope");
  }

  @Test
  void enrolmentPermitsOnlyToSetUpTheSecondFactor() {
    Scopes scopes = Scopes.of(Set.of(Scope.SECOND_FACTOR_ENROLMENT));
    scopes.require("GET", "/api/v1/users/me", OWN_ID);
    scopes.require("POST", "/api/v1/users/me/second-factor/totp", OWN_ID);
    String code = "second_factor_enrolment_required";
    refused(scopes, "PATCH", "/api/v1/users/me", code);
    refused(scopes, "GET", "/api/v1/exercises", code);
    refused(scopes, "POST", "/api/v1/users/me/tokens", code);
    refused(scopes, "DELETE", "/api/v1/users/me/second-factors", code);
  }

  private static void refused(Scopes scopes, String method, String path, String code) {
    assertThatThrownBy(() -> scopes.require(method, path, OWN_ID))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
