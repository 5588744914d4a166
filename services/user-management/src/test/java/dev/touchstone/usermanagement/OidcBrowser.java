package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;

/** The steps of a sign-in with an OpenID Connect provider that lead through the service. */
record OidcBrowser(RunningService service) {
  private static final String START = "/api/v1/auth/oidc/start";
  private static final String CALLBACK = "/api/v1/auth/oidc/callback";
  private static final String REFRESH_COOKIE = "touchstone_refresh=";

  /** A browser on its way: where it was sent, and the cookie that it keeps. */
  record Way(String address, String cookie) {}

  Way begin(String query) {
    HttpProbe.Answer answer = service.get(null, START + query);
    assertThat(answer.status()).isEqualTo(303);
    String cookie = answer.header("Set-Cookie");
    assertThat(cookie).startsWith("touchstone_oidc=").contains("HttpOnly", "SameSite=Lax");
    return new Way(answer.header("Location"), cookie.substring(0, cookie.indexOf(';')));
  }

  /** Comes back from the provider with the query that it made. */
  HttpProbe.Answer comeBack(Way way, String query) {
    HttpRequest.Builder request =
        service.probe.request(CALLBACK + query).header("Cookie", way.cookie()).GET();
    HttpProbe.Answer answer = service.probe.send(request);
    assertThat(answer.status()).isEqualTo(303);
    return answer;
  }

  /** The account whose refresh cookie an answer sets. */
  JsonNode user(HttpProbe.Answer answer) {
    assertThat(answer.header("Location")).isEqualTo(MailBox.PUBLIC_URL + "/");
    String cookie =
        answer.response().headers().allValues("Set-Cookie").stream()
            .filter(value -> value.startsWith(REFRESH_COOKIE))
            .findFirst()
            .orElseThrow();
    String token = cookie.substring(REFRESH_COOKIE.length(), cookie.indexOf(';'));
    HttpProbe.Answer refreshed = service.postCookie("/api/v1/auth/refresh", token);
    assertThat(refreshed.status()).isEqualTo(200);
    return refreshed.json().path("user");
  }

  static void assertRefused(HttpProbe.Answer answer, String code) {
    assertThat(answer.header("Location")).isEqualTo(MailBox.PUBLIC_URL + "/sign-in?error=" + code);
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .noneMatch(value -> value.startsWith(REFRESH_COOKIE));
  }
}
