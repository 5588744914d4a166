package dev.touchstone.usermanagement.session;

import dev.touchstone.usermanagement.token.OpaqueToken;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookie by which a browser is known that signed in before. It opens nothing; guessing by
 * others does not slow such a browser down.
 */
final class DeviceCookie {
  /** Browsers keep none for longer. */
  static final Duration LIFETIME = Duration.ofDays(400);

  private static final String NAME = "touchstone_device";
  private static final String PATH = "/api/v1/auth";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private DeviceCookie() {}

  /** The client of a request; one without the cookie gets a new one, which {@link #set} stores. */
  static Client client(ServerRequest request) {
    // Only the gateway sets this header; it removes what clients send.
    String address =
        request
            .headers()
            .first(HeaderNames.X_FORWARDED_FOR)
            .orElseGet(() -> request.remotePeer().host());
    String userAgent = request.headers().first(HeaderNames.USER_AGENT).orElse("");
    Optional<String> device =
        request
            .headers()
            .cookies()
            .first(NAME)
            .asOptional()
            .filter(value -> FORM.matcher(value).matches());
    return Client.of(
        address, userAgent, Optional.of(device.orElseGet(() -> OpaqueToken.create().reveal())));
  }

  static void set(ServerRequest request, ServerResponse response, Client client) {
    client
        .device()
        .ifPresent(device ->
            response
                .headers()
                .addCookie(
                    SetCookie.builder(NAME, device)
                        .path(PATH)
                        .httpOnly(true)
                        .sameSite(SetCookie.SameSite.STRICT)
                        .secure(RefreshCookie.isSecure(request))
                        .maxAge(LIFETIME)
                        .build()));
  }
}
