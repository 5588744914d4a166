package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
  private static final RunningService SERVICE =
      RunningService.start(Map.of("SECOND_FACTOR_REQUIRED_FOR", "author"));
  private static final String STATUS = "/api/v1/users/me/second-factor";
  private static final String TOTP = STATUS + "/totp";
  private static final String CONFIRMATION = TOTP + "/confirmation";
  private static final String RECOVERY_CODES = STATUS + "/recovery-codes";
  private static final String REMOVAL = STATUS + "/removal";
  private static final String SECOND_STEP = "/api/v1/auth/second-factor";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** Somebody with a second factor. */
  private record Enrolled(Person person, Authenticator app, List<String> recoveryCodes) {
    /** The code of a period that no earlier call has used. */
    String freshCode() {
      SERVICE.clock.advance(Duration.ofSeconds(30));
      return app.code(SERVICE.clock.instant());
    }
  }

  private static Authenticator begin(String token) {
    HttpProbe.Answer answer =
        SERVICE.post(token, TOTP, Map.of("password", RunningService.PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    String secret = answer.json().path("secret").asString();
    assertThat(answer.json().path("uri").asString()).contains("secret=" + secret + "&");
    return new Authenticator(secret);
  }

  private static Enrolled enrol(Person person) {
    Authenticator app = begin(person.token());
    HttpProbe.Answer answer = confirm(person, app.code(SERVICE.clock.instant()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<String> codes =
        answer.json().path("recovery_codes").valueStream().map(code -> code.asString()).toList();
    assertThat(codes).doesNotHaveDuplicates();
    return new Enrolled(person, app, codes);
  }

  private static HttpProbe.Answer confirm(Person person, String code) {
    return SERVICE.post(person.token(), CONFIRMATION, Map.of("code", code));
  }

  private static String challenge(Person person) {
    HttpProbe.Answer answer = SERVICE.login(person.username(), RunningService.PASSWORD);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("second_factor_required");
    assertThat(RunningService.cookie(answer)).isEmpty();
    return answer.json().path("challenge").asString();
  }

  private static HttpProbe.Answer secondStep(String challenge, String code) {
    return SERVICE.post(null, SECOND_STEP, Map.of("challenge", challenge, "code", code));
  }

  private static Map<String, String> proof(String code) {
    return Map.of("password", RunningService.PASSWORD, "code", code);
  }

  @Test
  void aSignInHasTwoSteps() {
    Enrolled lan = enrol(SERVICE.newLearner());
    String challenge = challenge(lan.person());
    HttpProbe.Answer wrong = secondStep(challenge, "000000");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("second_factor_invalid");
    HttpProbe.Answer right = secondStep(challenge, lan.freshCode());
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    assertThat(right.json().path("enrolment_required").asBoolean()).isFalse();
    assertThat(RunningService.cookie(right)).isNotEmpty();
    String token = right.json().path("access_token").asString();
    assertThat(SERVICE.get(token, "/api/v1/users/me").status()).isEqualTo(200);
    assertThat(secondStep(challenge, lan.freshCode()).code()).isEqualTo("challenge_invalid");
  }

  @Test
  void aCodeIsRightOnce() {
    Enrolled lan = enrol(SERVICE.newLearner());
    // The one that confirmed the app is used up, too.
    String first = lan.app().code(SERVICE.clock.instant());
    assertThat(secondStep(challenge(lan.person()), first).code())
        .isEqualTo("second_factor_invalid");
    String code = lan.freshCode();
    assertThat(secondStep(challenge(lan.person()), code.substring(0, 3) + " " + code.substring(3)))
        .extracting(HttpProbe.Answer::status)
        .isEqualTo(200);
    assertThat(secondStep(challenge(lan.person()), code).code()).isEqualTo("second_factor_invalid");
  }

  @Test
  void aRecoveryCodeReplacesTheAppOnce() {
    Enrolled lan = enrol(SERVICE.newLearner());
    String code = lan.recoveryCodes().getFirst();
    String typed = code.toUpperCase(Locale.ROOT).replace("-", " ");
    assertThat(secondStep(challenge(lan.person()), typed).status()).isEqualTo(200);
    assertThat(secondStep(challenge(lan.person()), code).code()).isEqualTo("second_factor_invalid");
    assertThat(SERVICE.get(lan.person().token(), STATUS).json().path("recovery_codes_left").asInt())
        .isEqualTo(9);
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() {
    Enrolled lan = enrol(SERVICE.newLearner());
    HttpProbe.Answer answer =
        SERVICE.post(lan.person().token(), RECOVERY_CODES, proof(lan.freshCode()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(secondStep(challenge(lan.person()), lan.recoveryCodes().getLast()).code())
        .isEqualTo("second_factor_invalid");
    String made = answer.json().at("/recovery_codes/3").asString();
    assertThat(secondStep(challenge(lan.person()), made).status()).isEqualTo(200);
  }

  @Test
  void wrongCodesAreLimitedPerAccount() {
    Enrolled lan = enrol(SERVICE.newLearner());
    String challenge = challenge(lan.person());
    for (int i = 0; i < 10; i++) {
      assertThat(secondStep(challenge, "000000").status()).isEqualTo(403);
    }
    // A new challenge does not help.
    HttpProbe.Answer limited = secondStep(challenge(lan.person()), lan.recoveryCodes().getFirst());
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("1");
    SERVICE.clock.advance(Duration.ofSeconds(1));
    assertThat(secondStep(challenge(lan.person()), lan.recoveryCodes().getFirst()).status())
        .isEqualTo(200);
  }

  @Test
  void aChallengeExpires() {
    Enrolled lan = enrol(SERVICE.newLearner());
    String challenge = challenge(lan.person());
    SERVICE.clock.advance(Duration.ofMinutes(5));
    HttpProbe.Answer late = secondStep(challenge, lan.freshCode());
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.code()).isEqualTo("challenge_invalid");
    assertThat(secondStep("x", "000000").code()).isEqualTo("challenge_invalid");
    assertThat(SERVICE.post(null, SECOND_STEP, Map.of()).code()).isEqualTo("invalid_request");
  }

  @Test
  void anAppThatIsNotConfirmedDoesNotCount() {
    Person person = SERVICE.newLearner();
    assertThat(confirm(person, "000000").code()).isEqualTo("second_factor_not_started");
    Authenticator forgotten = begin(person.token());
    Authenticator app = begin(person.token());
    assertThat(confirm(person, forgotten.code(SERVICE.clock.instant())).code())
        .isEqualTo("second_factor_invalid");
    assertThat(SERVICE.login(person.username(), RunningService.PASSWORD).status()).isEqualTo(200);
    assertThat(SERVICE.get(person.token(), STATUS).json().path("totp_since").isNull()).isTrue();
    assertThat(confirm(person, app.code(SERVICE.clock.instant())).status()).isEqualTo(200);
    assertThat(SERVICE.get(person.token(), STATUS).json().path("totp_since").isNull()).isFalse();
  }

  @Test
  void aConfirmedAppIsNotReplaced() {
    Enrolled lan = enrol(SERVICE.newLearner());
    HttpProbe.Answer again =
        SERVICE.post(lan.person().token(), TOTP, Map.of("password", RunningService.PASSWORD));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("second_factor_exists");
    assertThat(confirm(lan.person(), lan.freshCode()).code()).isEqualTo("second_factor_exists");
  }

  @Test
  void whoOnlyHasTheSessionCannotChangeIt() {
    Enrolled lan = enrol(SERVICE.newLearner());
    Map<String, String> guess = Map.of("password", "wrong password", "code", lan.freshCode());
    assertThat(SERVICE.post(lan.person().token(), REMOVAL, guess).code())
        .isEqualTo("current_password_wrong");
    assertThat(SERVICE.post(lan.person().token(), RECOVERY_CODES, guess).code())
        .isEqualTo("current_password_wrong");
    assertThat(SERVICE.post(lan.person().token(), REMOVAL, proof("000000")).code())
        .isEqualTo("second_factor_invalid");
    assertThat(
            SERVICE
                .post(SERVICE.newLearner().token(), TOTP, Map.of("password", "wrong password"))
                .code())
        .isEqualTo("current_password_wrong");
  }

  @Test
  void itsOwnerRemovesItWithBothAndOtherSessionsEnd() {
    Enrolled lan = enrol(SERVICE.newLearner());
    String other =
        secondStep(challenge(lan.person()), lan.freshCode()).json().path("access_token").asString();
    assertThat(SERVICE.post(lan.person().token(), REMOVAL, proof(lan.freshCode())).status())
        .isEqualTo(204);
    assertThat(SERVICE.get(other, STATUS).code()).isEqualTo("token_revoked");
    assertThat(SERVICE.get(lan.person().token(), STATUS).status()).isEqualTo(200);
    assertThat(SERVICE.login(lan.person().username(), RunningService.PASSWORD).status())
        .isEqualTo(200);
  }

  @Test
  void anAdministratorRemovesThatOfAnother() {
    Enrolled lan = enrol(SERVICE.newLearner());
    Person administrator = SERVICE.administrator();
    assertThat(remove(lan.person().token(), lan.person().id()).status()).isEqualTo(403);
    assertThat(remove(administrator.token(), lan.person().id()).status()).isEqualTo(204);
    assertThat(SERVICE.get(lan.person().token(), STATUS).code()).isEqualTo("token_revoked");
    assertThat(SERVICE.login(lan.person().username(), RunningService.PASSWORD).status())
        .isEqualTo(200);
    assertThat(remove(administrator.token(), administrator.id()).code())
        .isEqualTo("own_second_factor");
    assertThat(remove(administrator.token(), 999_999).code()).isEqualTo("user_not_found");
    assertThat(remove(null, lan.person().id()).status()).isEqualTo(401);
  }

  private static HttpProbe.Answer remove(@Nullable String token, long userId) {
    return SERVICE.delete(
        token, "/api/v1/users/" + userId + "/second-factor", "/api/v1/users/{id}/second-factor");
  }

  @Test
  void aRoleThatRequiresItSignsInOnlyToSetItUp() {
    Person lan = SERVICE.newLearner();
    assertThat(SERVICE.get(lan.token(), STATUS).json().path("required").asBoolean()).isFalse();
    String user = "/api/v1/users/" + lan.id();
    SERVICE.patch(
        SERVICE.administrator().token(), user, "/api/v1/users/{id}", Map.of("role", "author"));
    HttpProbe.Answer login = SERVICE.login(lan.username(), RunningService.PASSWORD);
    assertThat(login.json().path("enrolment_required").asBoolean()).isTrue();
    Person author = SERVICE.signIn(lan.username(), RunningService.PASSWORD);
    assertThat(SERVICE.get(author.token(), "/api/v1/users/me").status()).isEqualTo(200);
    HttpProbe.Answer refused =
        SERVICE.patch(
            author.token(), "/api/v1/users/me", "/api/v1/users/me", Map.of("locale", "vi"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("second_factor_enrolment_required");
    enrol(author);
    HttpProbe.Answer refreshed = SERVICE.postCookie("/api/v1/auth/refresh", author.cookie());
    assertThat(refreshed.json().path("enrolment_required").asBoolean()).isFalse();
    String token = refreshed.json().path("access_token").asString();
    assertThat(
            SERVICE
                .patch(token, "/api/v1/users/me", "/api/v1/users/me", Map.of("locale", "vi"))
                .status())
        .isEqualTo(200);
  }
}
