package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcTest {
  private static final FakeProvider PROVIDER = new FakeProvider();
  private static final String DATABASE = TestDatabase.createUrl();
  private static final RunningService SERVICE =
      RunningService.start(
          DATABASE,
          Map.of(
              "PUBLIC_URL",
              MailBox.PUBLIC_URL,
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
  private static final OidcBrowser BROWSER = new OidcBrowser(SERVICE);

  @AfterAll
  static void stop() {
    SERVICE.close();
    PROVIDER.close();
  }

  private static HttpProbe.Answer signIn(Map<String, ?> claims) {
    OidcBrowser.Way way = BROWSER.begin("");
    return BROWSER.comeBack(way, PROVIDER.signIn(way.address(), claims));
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

  @Test
  void makesAnAccountAndFindsItAgain() {
    assertThat(SERVICE.get(null, "/api/v1/auth/oidc").json().path("name").asString())
        .isEqualTo("School");
    var made = BROWSER.user(signIn(claims("maihoa", "hoa@school.example")));
    assertThat(made.path("username").asString()).isEqualTo("maihoa");
    assertThat(made.path("display_name").asString()).isEqualTo("Lê Thị maihoa");
    assertThat(made.path("email_verified").asBoolean()).isTrue();
    // Its subject counts, whatever else changes.
    var again = BROWSER.user(signIn(claims("maihoa", "mai.hoa@school.example")));
    assertThat(again.path("id")).isEqualTo(made.path("id"));
  }

  @Test
  void theOwnSecondFactorIsAskedForInTheWaysThatTheAccountHas() throws SQLException {
    long id = BROWSER.user(signIn(claims("twosteps", "two@school.example"))).path("id").asLong();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:" + DATABASE.replaceFirst("//[^@]*@", "//"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO totp_factors (user_id, secret, created_at, confirmed_at) VALUES ("
              + id
              + ", '', now(), now())");
    }
    HttpProbe.Answer asked = signIn(claims("twosteps", "two@school.example"));
    assertThat(asked.header("Location"))
        .matches(MailBox.PUBLIC_URL + "/sign-in#challenge=[A-Za-z0-9_-]+&methods=totp");
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    BROWSER.user(signIn(claims("tuan", "tuan@school.example")));
    Map<String, Object> other = claims("other-tuan", "tuan2@school.example");
    other.put("preferred_username", "tuan");
    assertThat(BROWSER.user(signIn(other)).path("username").asString()).isEqualTo("tuan2");
  }

  @Test
  void nobodyGetsTheNameOfStaff() {
    Map<String, Object> claims = claims("Admin", "admin@school.example");
    claims.put("name", "Administrator");
    var made = BROWSER.user(signIn(claims));
    assertThat(made.path("username").asString()).isEqualTo("userAdmin");
    assertThat(made.path("display_name").asString()).isEqualTo("userAdmin");
  }

  @Test
  void anUnverifiedAddressOpensNoAccount() {
    Person lan = SERVICE.newLearner();
    Map<String, Object> unverified = claims("s-1", "someone@school.example");
    unverified.put("email_verified", false);
    OidcBrowser.assertRefused(signIn(unverified), "oidc_email_unverified");
    unverified.remove("email_verified");
    OidcBrowser.assertRefused(signIn(unverified), "oidc_email_unverified");
    unverified.remove("email");
    OidcBrowser.assertRefused(signIn(unverified), "oidc_email_unverified");
    OidcBrowser.assertRefused(
        signIn(claims("s-2", lan.username() + "@example.org")), "oidc_domain_refused");
    OidcBrowser.assertRefused(
        signIn(claims("s-3", "x@evil-school.example")), "oidc_domain_refused");
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
    assertThat(
            BROWSER
                .user(signIn(claims("victim", "victim@school.example")))
                .path("username")
                .asString())
        .isEqualTo("victim");
  }

  @Test
  void theClaimSetsTheRoleAtEachSignIn() {
    Map<String, Object> claims = claims("teacher", "teacher@school.example");
    claims.put("groups", List.of("choir", "teachers"));
    assertThat(BROWSER.user(signIn(claims)).path("role").asString()).isEqualTo("author");
    claims.put("groups", List.of("choir"));
    assertThat(BROWSER.user(signIn(claims)).path("role").asString()).isEqualTo("learner");
    claims.put("groups", "it");
    assertThat(BROWSER.user(signIn(claims)).path("role").asString()).isEqualTo("admin");
  }

  @Test
  void onlyTheBrowserThatBeganCanEndIt() {
    OidcBrowser.Way mine = BROWSER.begin("");
    OidcBrowser.Way theirs = BROWSER.begin("");
    String query = PROVIDER.signIn(theirs.address(), claims("u1", "u1@school.example"));
    OidcBrowser.assertRefused(BROWSER.comeBack(mine, query), "oidc_expired");
    OidcBrowser.assertRefused(
        BROWSER.comeBack(new OidcBrowser.Way("", "touchstone_oidc=x"), query), "oidc_expired");
    OidcBrowser.assertRefused(
        BROWSER.comeBack(new OidcBrowser.Way("", "other=x"), query), "oidc_expired");
    SERVICE.clock.advance(java.time.Duration.ofMinutes(10));
    OidcBrowser.assertRefused(BROWSER.comeBack(theirs, query), "oidc_expired");
  }

  @Test
  void aCodeOfAnotherSignInIsRefused() {
    OidcBrowser.Way way = BROWSER.begin("");
    OidcBrowser.Way other = BROWSER.begin("");
    String stolen = PROVIDER.signIn(other.address(), claims("u2", "u2@school.example"));
    String code = stolen.substring(stolen.indexOf("&code="));
    String state = PROVIDER.signIn(way.address(), Map.of()).replaceAll("&code=.*", "");
    // PKCE: the code was made for another verifier.
    OidcBrowser.assertRefused(BROWSER.comeBack(way, state + code), "oidc_failed");
    OidcBrowser.assertRefused(BROWSER.comeBack(way, state + "&error=access_denied"), "oidc_denied");
    OidcBrowser.assertRefused(BROWSER.comeBack(way, state + "&code="), "oidc_denied");
  }

  @Test
  void aTokenForSomeoneElseIsRefused() {
    Map<String, Object> claims = claims("u3", "u3@school.example");
    claims.put("aud", "another-client");
    OidcBrowser.assertRefused(signIn(claims), "oidc_failed");
    claims.remove("aud");
    claims.put("nonce", "of-another-sign-in");
    OidcBrowser.assertRefused(signIn(claims), "oidc_failed");
    claims.remove("nonce");
    claims.put("iss", "https://evil.example");
    OidcBrowser.assertRefused(signIn(claims), "oidc_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "/%09/evil.example"})
  void leadsNowhereElse(String returnTo) {
    OidcBrowser.Way way = BROWSER.begin("?return_to=" + returnTo);
    HttpProbe.Answer answer =
        BROWSER.comeBack(way, PROVIDER.signIn(way.address(), claims("u4", "u4@school.example")));
    assertThat(answer.header("Location")).isEqualTo(MailBox.PUBLIC_URL + "/");
  }

  @Test
  void leadsBackToWhereItBegan() {
    OidcBrowser.Way way = BROWSER.begin("?return_to=/exercises/sum%3Ftab=tests");
    HttpProbe.Answer answer =
        BROWSER.comeBack(way, PROVIDER.signIn(way.address(), claims("u5", "u5@school.example")));
    assertThat(answer.header("Location"))
        .isEqualTo(MailBox.PUBLIC_URL + "/exercises/sum?tab=tests");
  }
}
