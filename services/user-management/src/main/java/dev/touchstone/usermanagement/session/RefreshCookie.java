package dev.touchstone.usermanagement.session;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The cookie with the refresh token: hidden from scripts, never sent by other sites, and only to
 * the paths that need it.
 */
final class RefreshCookie {
  private static final String NAME = "touchstone_refresh";
  private static final String PATH = "/api/v1/auth";

  /** Tokens have 43 characters; anything longer than this is ignored. */
  private static final int LONGEST = 128;

  private RefreshCookie() {}

  static Optional<RefreshToken> read(ServerRequest request) {
    return request
        .headers()
        .cookies()
        .first(NAME)
        .asOptional()
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .map(RefreshToken::of);
  }

  static void set(
      ServerRequest request, ServerResponse response, RefreshToken token, Duration lifetime) {
    response.headers().addCookie(cookie(request, token.value().reveal()).maxAge(lifetime).build());
  }

  static void clear(ServerRequest request, ServerResponse response) {
    // Helidon leaves out a Max-Age of zero.
    response.headers().addCookie(cookie(request, "").expires(Instant.EPOCH).build());
  }

  private static SetCookie.Builder cookie(ServerRequest request, String value) {
    return SetCookie.builder(NAME, value)
        .path(PATH)
        .httpOnly(true)
        .sameSite(SetCookie.SameSite.STRICT)
        .secure(isSecure(request));
  }

  /** Whether the browser used https. Only the gateway sets this header. */
  static boolean isSecure(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.create("X-Forwarded-Proto"))
        .filter("https"::equals)
        .isPresent();
  }
}
