package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcTest {
  private static final String SITE = "https://code.school.example";
  private static final FakeProvider PROVIDER = new FakeProvider();
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "PUBLIC_URL",
              SITE,
              "OIDC_ISSUER",
              PROVIDER.issuer().toString(),
              "OIDC_CLIENT_ID",
              FakeProvider.CLIENT,
              "OIDC_CLIENT_SECRET",
              FakeProvider.SECRET,
              "OIDC_NAME",
              "School",
              "OIDC_ALLOWED_DOMAINS",
              "school.example",
              "OIDC_ROLE_CLAIM",
              "groups",
              "OIDC_ROLES",
              "teachers=author,it=admin"));
  private static final String START = "/api/v1/auth/oidc/start";
  private static final String CALLBACK = "/api/v1/auth/oidc/callback";

  @AfterAll
  static void stop() {
    SERVICE.close();
    PROVIDER.close();
  }

  /** A browser on its way: where it was sent, and the cookie that it keeps. */
  private record Way(String address, String cookie) {}

  private static Way begin(String query) {
    HttpProbe.Answer answer = SERVICE.get(null, START + query);
    assertThat(answer.status()).isEqualTo(303);
    String cookie = answer.header("Set-Cookie");
    assertThat(cookie).startsWith("touchstone_oidc=").contains("HttpOnly", "SameSite=Lax");
    return new Way(answer.header("Location"), cookie.substring(0, cookie.indexOf(';')));
  }

  private static HttpProbe.Answer comeBack(Way way, String query) {
    HttpRequest.Builder request =
        SERVICE.probe.request(CALLBACK + query).header("Cookie", way.cookie()).GET();
    HttpProbe.Answer answer = SERVICE.probe.send(request);
    assertThat(answer.status()).isEqualTo(303);
    return answer;
  }

  private static HttpProbe.Answer signIn(Map<String, ?> claims) {
    Way way = begin("");
    return comeBack(way, PROVIDER.signIn(way.address(), claims));
  }

  private static Map<String, Object> claims(String subject, String email) {
    return new HashMap<>(
        Map.of(
            "sub", subject,
            "email", email,
            "email_verified", true,
            "preferred_username", subject,
            "name", "Lê Thị " + subject));
  }

  /** The account whose refresh cookie an answer sets. */
  private static tools.jackson.databind.JsonNode user(HttpProbe.Answer answer) {
    assertThat(answer.header("Location")).isEqualTo(SITE + "/");
    String cookie =
        answer.response().headers().allValues("Set-Cookie").stream()
            .filter(value -> value.startsWith("touchstone_refresh="))
            .findFirst()
            .orElseThrow();
    String token = cookie.substring("touchstone_refresh=".length(), cookie.indexOf(';'));
    HttpProbe.Answer refreshed = SERVICE.postCookie("/api/v1/auth/refresh", token);
    assertThat(refreshed.status()).isEqualTo(200);
    return refreshed.json().path("user");
  }

  private static void assertRefused(HttpProbe.Answer answer, String code) {
    assertThat(answer.header("Location")).isEqualTo(SITE + "/sign-in?error=" + code);
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .noneMatch(value -> value.startsWith("touchstone_refresh="));
  }

  @Test
  void makesAnAccountAndFindsItAgain() {
    assertThat(SERVICE.get(null, "/api/v1/auth/oidc").json().path("name").asString())
        .isEqualTo("School");
    var made = user(signIn(claims("maihoa", "hoa@school.example")));
    assertThat(made.path("username").asString()).isEqualTo("maihoa");
    assertThat(made.path("display_name").asString()).isEqualTo("Lê Thị maihoa");
    assertThat(made.path("email_verified").asBoolean()).isTrue();
    // Its subject counts, whatever else changes.
    var again = user(signIn(claims("maihoa", "mai.hoa@school.example")));
    assertThat(again.path("id")).isEqualTo(made.path("id"));
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    user(signIn(claims("tuan", "tuan@school.example")));
    Map<String, Object> other = claims("other-tuan", "tuan2@school.example");
    other.put("preferred_username", "tuan");
    assertThat(user(signIn(other)).path("username").asString()).isEqualTo("tuan2");
  }

  @Test
  void nobodyGetsTheNameOfStaff() {
    Map<String, Object> claims = claims("Admin", "admin@school.example");
    claims.put("name", "Administrator");
    var made = user(signIn(claims));
    assertThat(made.path("username").asString()).isEqualTo("userAdmin");
    assertThat(made.path("display_name").asString()).isEqualTo("userAdmin");
  }

  @Test
  void anUnverifiedAddressOpensNoAccount() {
    Person lan = SERVICE.newLearner();
    Map<String, Object> unverified = claims("s-1", "someone@school.example");
    unverified.put("email_verified", false);
    assertRefused(signIn(unverified), "oidc_email_unverified");
    unverified.remove("email_verified");
    assertRefused(signIn(unverified), "oidc_email_unverified");
    unverified.remove("email");
    assertRefused(signIn(unverified), "oidc_email_unverified");
    assertRefused(signIn(claims("s-2", lan.username() + "@example.org")), "oidc_domain_refused");
    assertRefused(signIn(claims("s-3", "x@evil-school.example")), "oidc_domain_refused");
  }

  @Test
  void anAccountWithTheSameUnverifiedAddressIsNotLinked() {
    HttpProbe.Answer squatter =
        SERVICE.post(
            null,
            "/api/v1/auth/register",
            Map.of(
                "username", "squatter",
                "email", "victim@school.example",
                "password", RunningService.PASSWORD));
    assertThat(squatter.status()).isEqualTo(201);
    assertThat(user(signIn(claims("victim", "victim@school.example"))).path("username").asString())
        .isEqualTo("victim");
  }

  @Test
  void theClaimSetsTheRoleAtEachSignIn() {
    Map<String, Object> claims = claims("teacher", "teacher@school.example");
    claims.put("groups", List.of("choir", "teachers"));
    assertThat(user(signIn(claims)).path("role").asString()).isEqualTo("author");
    claims.put("groups", List.of("choir"));
    assertThat(user(signIn(claims)).path("role").asString()).isEqualTo("learner");
    claims.put("groups", "it");
    assertThat(user(signIn(claims)).path("role").asString()).isEqualTo("admin");
  }

  @Test
  void onlyTheBrowserThatBeganCanEndIt() {
    Way mine = begin("");
    Way theirs = begin("");
    String query = PROVIDER.signIn(theirs.address(), claims("u1", "u1@school.example"));
    assertRefused(comeBack(mine, query), "oidc_expired");
    assertRefused(comeBack(new Way("", "touchstone_oidc=x"), query), "oidc_expired");
    assertRefused(comeBack(new Way("", "other=x"), query), "oidc_expired");
    SERVICE.clock.advance(java.time.Duration.ofMinutes(10));
    assertRefused(comeBack(theirs, query), "oidc_expired");
  }

  @Test
  void aCodeOfAnotherSignInIsRefused() {
    Way way = begin("");
    Way other = begin("");
    String stolen = PROVIDER.signIn(other.address(), claims("u2", "u2@school.example"));
    String code = stolen.substring(stolen.indexOf("&code="));
    String state = PROVIDER.signIn(way.address(), Map.of()).replaceAll("&code=.*", "");
    // PKCE: the code was made for another verifier.
    assertRefused(comeBack(way, state + code), "oidc_failed");
    assertRefused(comeBack(way, state + "&error=access_denied"), "oidc_denied");
    assertRefused(comeBack(way, state + "&code="), "oidc_denied");
  }

  @Test
  void aTokenForSomeoneElseIsRefused() {
    Map<String, Object> claims = claims("u3", "u3@school.example");
    claims.put("aud", "another-client");
    assertRefused(signIn(claims), "oidc_failed");
    claims.remove("aud");
    claims.put("nonce", "of-another-sign-in");
    assertRefused(signIn(claims), "oidc_failed");
    claims.remove("nonce");
    claims.put("iss", "https://evil.example");
    assertRefused(signIn(claims), "oidc_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "/%09/evil.example"})
  void leadsNowhereElse(String returnTo) {
    Way way = begin("?return_to=" + returnTo);
    HttpProbe.Answer answer =
        comeBack(way, PROVIDER.signIn(way.address(), claims("u4", "u4@school.example")));
    assertThat(answer.header("Location")).isEqualTo(SITE + "/");
  }

  @Test
  void leadsBackToWhereItBegan() {
    Way way = begin("?return_to=/exercises/sum%3Ftab=tests");
    HttpProbe.Answer answer =
        comeBack(way, PROVIDER.signIn(way.address(), claims("u5", "u5@school.example")));
    assertThat(answer.header("Location")).isEqualTo(SITE + "/exercises/sum?tab=tests");
  }
}
