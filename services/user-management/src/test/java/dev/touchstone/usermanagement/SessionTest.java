package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.net.http.HttpRequest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String REFRESH = "/api/v1/auth/refresh";
  private static final String LOGOUT = "/api/v1/auth/logout";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static int me(String token) {
    return SERVICE.get(token, "/api/v1/users/me").status();
  }

  @Test
  void signsInByNameOrAddressInAnyCase() {
    Person person = SERVICE.newLearner();
    String shouted = person.username().toUpperCase(Locale.ROOT);
    assertThat(SERVICE.signIn(shouted, RunningService.PASSWORD).id()).isEqualTo(person.id());
    assertThat(SERVICE.signIn(shouted + "@EXAMPLE.org", RunningService.PASSWORD).id())
        .isEqualTo(person.id());
  }

  @Test
  void thePasswordIsTheSameHoweverItsAccentsAreTyped() {
    Person person = SERVICE.newLearner();
    String decomposed = Normalizer.normalize(RunningService.PASSWORD, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(RunningService.PASSWORD);
    assertThat(SERVICE.login(person.username(), decomposed).status()).isEqualTo(200);
  }

  @Test
  void theAnswerDoesNotTellWhichNamesExist() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer wrong = SERVICE.login(person.username(), "wrong password");
    HttpProbe.Answer unknown = SERVICE.login("nobody-" + person.username(), "wrong password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("credentials_invalid");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    assertThat(SERVICE.login(person.username(), "x\u0000y").code())
        .isEqualTo("credentials_invalid");
    assertThat(SERVICE.login("a\u0000b", "wrong password").code()).isEqualTo("credentials_invalid");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    Person person = SERVICE.newLearner();
    String plain = SERVICE.login(person.username(), RunningService.PASSWORD).header("Set-Cookie");
    assertThat(plain)
        .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=1209600")
        .doesNotContain("Secure");
    HttpProbe.Answer overTls =
        SERVICE.probe.send(
            SERVICE
                .probe
                .request(REFRESH)
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", "touchstone_refresh=" + person.cookie())
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(overTls.header("Set-Cookie")).contains("Secure");
    assertThat(overTls.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aRefreshGivesANewTokenAndANewCookie() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer answer = SERVICE.postCookie(REFRESH, person.cookie());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/user/id").asLong()).isEqualTo(person.id());
    assertThat(RunningService.cookie(answer)).isNotEmpty().isNotEqualTo(person.cookie());
    assertThat(me(answer.json().path("access_token").asString())).isEqualTo(200);
  }

  @Test
  void aRefreshTokenUsedTwiceEndsTheSession() {
    Person person = SERVICE.newLearner();
    String next = RunningService.cookie(SERVICE.postCookie(REFRESH, person.cookie()));
    SERVICE.clock.advance(Duration.ofSeconds(11));
    HttpProbe.Answer stolen = SERVICE.postCookie(REFRESH, person.cookie());
    assertThat(stolen.status()).isEqualTo(401);
    assertThat(stolen.code()).isEqualTo("refresh_invalid");
    assertThat(SERVICE.postCookie(REFRESH, next).code()).isEqualTo("refresh_invalid");
    assertThat(me(person.token())).isEqualTo(401);
    assertThat(SERVICE.revokedSessions()).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void twoTabsThatRefreshTogetherStaySignedIn() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer first = SERVICE.postCookie(REFRESH, person.cookie());
    HttpProbe.Answer second = SERVICE.postCookie(REFRESH, person.cookie());
    assertThat(second.status()).isEqualTo(200);
    assertThat(SERVICE.postCookie(REFRESH, RunningService.cookie(first)).status()).isEqualTo(200);
    assertThat(SERVICE.postCookie(REFRESH, RunningService.cookie(second)).status()).isEqualTo(200);
  }

  @Test
  void aBrowserThatLostTheAnswerStaysSignedIn() {
    Person person = SERVICE.newLearner();
    SERVICE.postCookie(REFRESH, person.cookie()); // its response never arrives
    HttpProbe.Answer again = SERVICE.postCookie(REFRESH, person.cookie());
    String cookie = RunningService.cookie(again);
    assertThat(cookie).isNotEmpty().isNotEqualTo(person.cookie());
    SERVICE.clock.advance(Duration.ofMinutes(5));
    HttpProbe.Answer later = SERVICE.postCookie(REFRESH, cookie);
    assertThat(later.status()).isEqualTo(200);
    assertThat(me(later.json().path("access_token").asString())).isEqualTo(200);
  }

  @Test
  void aSecondSuccessorUsedTwiceEndsTheSession() {
    Person person = SERVICE.newLearner();
    SERVICE.postCookie(REFRESH, person.cookie());
    String sibling = RunningService.cookie(SERVICE.postCookie(REFRESH, person.cookie()));
    String next = RunningService.cookie(SERVICE.postCookie(REFRESH, sibling));
    SERVICE.clock.advance(Duration.ofSeconds(11));
    assertThat(SERVICE.postCookie(REFRESH, sibling).code()).isEqualTo("refresh_invalid");
    assertThat(SERVICE.postCookie(REFRESH, next).code()).isEqualTo("refresh_invalid");
  }

  @Test
  void aSessionEndsWhenNobodyUsesIt() {
    Person person = SERVICE.newLearner();
    SERVICE.clock.advance(Duration.ofDays(14).plusSeconds(1));
    assertThat(SERVICE.postCookie(REFRESH, person.cookie()).code()).isEqualTo("refresh_invalid");
  }

  @Test
  void aSessionEndsHoweverBusyItIs() {
    Person person = SERVICE.newLearner();
    String cookie = person.cookie();
    for (int week = 0; week < 8; week++) {
      SERVICE.clock.advance(Duration.ofDays(7));
      cookie = RunningService.cookie(SERVICE.postCookie(REFRESH, cookie));
    }
    SERVICE.clock.advance(Duration.ofDays(5));
    assertThat(SERVICE.postCookie(REFRESH, cookie).code()).isEqualTo("refresh_invalid");
  }

  @Test
  void signingOutIsFeltAtOnce() {
    Person person = SERVICE.newLearner();
    assertThat(me(person.token())).isEqualTo(200);
    HttpProbe.Answer answer = SERVICE.postCookie(LOGOUT, person.cookie());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("Jan 1970");
    HttpProbe.Answer after = SERVICE.get(person.token(), "/api/v1/users/me");
    assertThat(after.code()).isEqualTo("token_revoked");
    assertThat(SERVICE.postCookie(REFRESH, person.cookie()).code()).isEqualTo("refresh_invalid");
    assertThat(SERVICE.postCookie(LOGOUT, person.cookie()).status()).isEqualTo(204);
  }

  @Test
  void refusesABadCookie() {
    assertThat(SERVICE.post(null, REFRESH, Map.of()).code()).isEqualTo("refresh_invalid");
    assertThat(SERVICE.postCookie(REFRESH, "x").code()).isEqualTo("refresh_invalid");
    assertThat(SERVICE.postCookie(REFRESH, "x".repeat(4000)).code()).isEqualTo("refresh_invalid");
  }

  @Test
  void refusesARefreshOnBehalfOfAnotherSite() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer answer =
        SERVICE.probe.send(
            SERVICE
                .probe
                .request(REFRESH)
                .header("Sec-Fetch-Site", "same-site")
                .header("Cookie", "touchstone_refresh=" + person.cookie())
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("cross_site");
  }

  @Test
  void guessingGetsSlowerAndARightPasswordResetsIt() {
    Person person = SERVICE.newLearner();
    for (int i = 0; i < 10; i++) {
      assertThat(SERVICE.login(person.username(), "wrong password").status()).isEqualTo(401);
    }
    HttpProbe.Answer blocked = SERVICE.login(person.username(), RunningService.PASSWORD);
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.code()).isEqualTo("rate_limited");
    assertThat(blocked.header("Retry-After")).isEqualTo("1");
    // The other name of the same account does not help.
    assertThat(SERVICE.login(person.username() + "@example.org", "wrong password").status())
        .isEqualTo(429);
    SERVICE.clock.advance(Duration.ofSeconds(1));
    assertThat(SERVICE.login(person.username(), "wrong password").status()).isEqualTo(401);
    assertThat(SERVICE.login(person.username(), "wrong password").header("Retry-After"))
        .isEqualTo("2");
    SERVICE.clock.advance(Duration.ofSeconds(2));
    assertThat(SERVICE.login(person.username(), RunningService.PASSWORD).status()).isEqualTo(200);
    assertThat(SERVICE.login(person.username(), "wrong password").status()).isEqualTo(401);
    assertThat(SERVICE.login(person.username(), "wrong password").status()).isEqualTo(401);
  }

  @Test
  void namesWithoutAnAccountAreSlowedAlike() {
    for (int i = 0; i < 10; i++) {
      assertThat(SERVICE.login("ghost", "wrong password").status()).isEqualTo(401);
    }
    assertThat(SERVICE.login("GHOST", "wrong password").status()).isEqualTo(429);
  }

  @Test
  void guessingSlowsDownNeitherOtherNetworksNorKnownDevices() {
    Person person = SERVICE.newLearner();
    Map<String, String> home = Map.of("X-Forwarded-For", "198.51.100.7");
    HttpProbe.Answer first = SERVICE.loginWith(person.username(), RunningService.PASSWORD, home);
    String device =
        first.response().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("touchstone_device="))
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .findFirst()
            .orElseThrow();
    Map<String, String> guesser = Map.of("X-Forwarded-For", "203.0.113.9");
    for (int i = 0; i < 10; i++) {
      SERVICE.loginWith(person.username(), "wrong password", guesser);
    }
    Map<String, String> neighbour = Map.of("X-Forwarded-For", "203.0.113.77");
    assertThat(SERVICE.loginWith(person.username(), RunningService.PASSWORD, neighbour).status())
        .isEqualTo(429);
    assertThat(SERVICE.loginWith(person.username(), RunningService.PASSWORD, home).status())
        .isEqualTo(200);
    Map<String, String> known = Map.of("X-Forwarded-For", "203.0.113.9", "Cookie", device);
    assertThat(SERVICE.loginWith(person.username(), RunningService.PASSWORD, known).status())
        .isEqualTo(200);
    // A known device that guesses is slowed down like any other.
    for (int i = 0; i < 10; i++) {
      assertThat(SERVICE.loginWith(person.username(), "wrong password", known).status())
          .isEqualTo(401);
    }
    assertThat(SERVICE.loginWith(person.username(), RunningService.PASSWORD, known).status())
        .isEqualTo(429);
    // It is known to this account only.
    Person other = SERVICE.newLearner();
    for (int i = 0; i < 10; i++) {
      SERVICE.loginWith(other.username(), "wrong password", guesser);
    }
    assertThat(SERVICE.loginWith(other.username(), RunningService.PASSWORD, known).status())
        .isEqualTo(429);
  }

  @Test
  void listsWhereTheCallerIsSignedIn() {
    Person here = SERVICE.newLearner();
    Map<String, String> phone =
        Map.of(
            "X-Forwarded-For",
            "2001:db8:1:2:3:4:5:6",
            "User-Agent",
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36");
    SERVICE.loginWith(here.username(), RunningService.PASSWORD, phone);
    String path = "/api/v1/users/me/sessions";
    var items = SERVICE.get(here.token(), path).json().path("items");
    assertThat(items.size()).isEqualTo(2);
    var there =
        items.valueStream().filter(item -> !item.path("is_current").asBoolean()).findFirst().get();
    assertThat(there.path("user_agent").asString()).isEqualTo("Chrome, Android");
    assertThat(there.path("network").asString()).isEqualTo("2001:db8:1:2:0:0:0:0/64");

    String one = path + "/" + there.path("id").asString();
    Person stranger = SERVICE.newLearner();
    assertThat(SERVICE.delete(stranger.token(), one, path + "/{id}").code())
        .isEqualTo("session_not_found");
    assertThat(SERVICE.delete(here.token(), path + "/x", path + "/{id}").status()).isEqualTo(404);
    assertThat(SERVICE.delete(here.token(), one, path + "/{id}").status()).isEqualTo(204);
    assertThat(SERVICE.revokedSessions()).contains(there.path("id").asString());
    assertThat(SERVICE.delete(here.token(), one, path + "/{id}").status()).isEqualTo(404);

    Person elsewhere = SERVICE.signIn(here.username(), RunningService.PASSWORD);
    assertThat(SERVICE.delete(here.token(), path, path).status()).isEqualTo(204);
    assertThat(me(elsewhere.token())).isEqualTo(401);
    assertThat(me(here.token())).isEqualTo(200);
    assertThat(SERVICE.get(here.token(), path).json().path("items").size()).isEqualTo(1);
  }
}
