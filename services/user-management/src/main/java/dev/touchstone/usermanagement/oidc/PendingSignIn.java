package dev.touchstone.usermanagement.oidc;

import dev.touchstone.platform.http.Json;
import dev.touchstone.usermanagement.token.KeyCipher;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * A sign-in while the browser is at the provider. It is kept in an encrypted cookie of that
 * browser, so that no other browser can end it.
 *
 * @param returnTo where the browser goes afterwards, a path of ours
 */
record PendingSignIn(
    String state, String nonce, String codeVerifier, String returnTo, long expiresAt) {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String NAME = "pending sign-in";
  private static final int SHORTEST = 32;

  /** One slash, since two begin the address of another host, as a backslash may. */
  private static final Pattern PATH = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]*)?");

  /** A path of ours; anything else is our first page. */
  static String safePath(String wanted) {
    return PATH.matcher(wanted).matches() ? wanted : "/";
  }

  String seal(KeyCipher cipher) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cipher.encrypt(NAME, Json.MAPPER.writeValueAsBytes(this)));
  }

  /** Reverses {@link #seal}; empty if it was changed or is too old. */
  static Optional<PendingSignIn> open(KeyCipher cipher, String sealed, Instant now) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < SHORTEST) {
        return Optional.empty();
      }
      PendingSignIn pending =
          Json.MAPPER.readValue(cipher.decrypt(NAME, bytes), PendingSignIn.class);
      return Optional.of(pending).filter(found -> found.expiresAt() > now.getEpochSecond());
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "pending sign-in";
  }
}
