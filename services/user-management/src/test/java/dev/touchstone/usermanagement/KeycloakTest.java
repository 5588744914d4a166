package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.OidcBrowser.Way;
import dev.touchstone.usermanagement.RunningService.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Sign-in with a real provider of OpenID Connect; {@link OidcTest} has the cases that it can't
 * make.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {
  private MailBox mailBox;
  private Keycloak keycloak;
  private RunningService service;
  private OidcBrowser browser;

  @BeforeAll
  void start() throws IOException {
    Optional<Path> home = Keycloak.home();
    assumeTrue(
        home.isPresent(),
        "Keycloak is not in target/keycloak: `./touchstone test` fetches it from Maven Central");
    keycloak = Keycloak.start(home.orElseThrow());
    mailBox = MailBox.start();
    Map<String, String> settings = new HashMap<>(mailBox.settings());
    settings.putAll(
        Map.of(
            "OIDC_ISSUER",
            keycloak.issuer(),
            "OIDC_CLIENT_ID",
            Keycloak.CLIENT,
            "OIDC_CLIENT_SECRET",
            Keycloak.SECRET,
            "OIDC_ALLOWED_DOMAINS",
            "school.example",
            "OIDC_ROLE_CLAIM",
            "groups",
            "OIDC_ROLES",
            "teachers=author,it=admin"));
    service = RunningService.start(settings);
    browser = new OidcBrowser(service);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
      mailBox.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  private HttpProbe.Answer signIn(String username) throws IOException, InterruptedException {
    Way way = browser.begin("");
    return browser.comeBack(way, keycloak.signIn(way.address(), username));
  }

  @Test
  void aPersonGetsAnAccountAndKeepsIt() throws IOException, InterruptedException {
    Way way = browser.begin("");
    assertThat(way.address()).contains("code_challenge_method=S256", "response_type=code");
    JsonNode made = browser.user(browser.comeBack(way, keycloak.signIn(way.address(), "maihoa")));
    assertThat(made.path("username").asString()).isEqualTo("maihoa");
    assertThat(made.path("email").asString()).isEqualTo("hoa@school.example");
    assertThat(made.path("email_verified").asBoolean()).isTrue();
    assertThat(made.path("role").asString()).isEqualTo("learner");
    assertThat(browser.user(signIn("maihoa")).path("id")).isEqualTo(made.path("id"));
  }

  @Test
  void onlyVerifiedAddressesLinkAccounts() throws IOException, InterruptedException {
    OidcBrowser.assertRefused(signIn("unverified"), "oidc_email_unverified");

    Person teacher = register("binh.tran", "binh@school.example");
    String token = mailBox.await(service, "binh@school.example", "Confirm your").token();
    assertThat(service.post(null, "/api/v1/auth/verify-email", Map.of("token", token)).status())
        .isEqualTo(204);
    JsonNode linked = browser.user(signIn("teacher"));
    assertThat(linked.path("id").asLong()).isEqualTo(teacher.id());
    // The claim sets the role.
    assertThat(linked.path("role").asString()).isEqualTo("author");
  }

  @Test
  void otherDomainsStayOutside() throws IOException, InterruptedException {
    OidcBrowser.assertRefused(signIn("stranger"), "oidc_domain_refused");
  }

  @Test
  void aRequestWithoutAProofKeyIsRefused() throws IOException, InterruptedException {
    Way way = browser.begin("");
    String plain = way.address().replaceAll("&code_challenge(_method)?=[^&]*", "");
    assertThat(plain).isNotEqualTo(way.address());
    OidcBrowser.assertRefused(
        browser.comeBack(way, keycloak.signIn(plain, "maihoa")), "oidc_denied");
  }

  @Test
  void aCodeForAnotherBrowserIsRefused() throws IOException, InterruptedException {
    Way mine = browser.begin("");
    Way theirs = browser.begin("");
    String query = keycloak.signIn(theirs.address(), "maihoa");
    OidcBrowser.assertRefused(browser.comeBack(mine, query), "oidc_expired");
    // With my state, the code still belongs to their proof key.
    String state = mine.address().replaceAll(".*[?&](state=[^&]*).*", "$1");
    String stolen = query.replaceAll("state=[^&]*", state);
    OidcBrowser.assertRefused(browser.comeBack(mine, stolen), "oidc_failed");
  }

  @Test
  void aTokenOfAnotherSignInIsRefused() throws IOException, InterruptedException {
    Way way = browser.begin("");
    String other = way.address().replaceAll("nonce=[^&]*", "nonce=of-another-sign-in");
    assertThat(other).isNotEqualTo(way.address());
    OidcBrowser.assertRefused(
        browser.comeBack(way, keycloak.signIn(other, "maihoa")), "oidc_failed");
  }

  private Person register(String username, String email) {
    HttpProbe.Answer answer =
        service.post(
            null,
            "/api/v1/auth/register",
            Map.of("username", username, "email", email, "password", RunningService.PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return service.signIn(username, RunningService.PASSWORD);
  }
}
