package dev.touchstone.usermanagement.passkey;

import dev.touchstone.platform.http.Json;
import dev.touchstone.usermanagement.token.KeyCipher;
import dev.touchstone.usermanagement.token.OpaqueToken;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.JacksonException;

/**
 * What devices sign. A challenge is sealed instead of stored, so that asking for one costs nothing;
 * what is stored is that it has been answered. Thread-safe.
 */
final class Challenges {
  /** Long enough to find the device. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String NAME = "passkey challenge";

  private final Jdbi jdbi;
  private final KeyCipher cipher;
  private final Clock clock;

  Challenges(Jdbi jdbi, KeyCipher cipher, Clock clock) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * What a challenge is for.
   *
   * @param userId the account that gets a passkey; 0 to sign in
   */
  private record Content(long userId, long expiresAt) {}

  /** A new challenge as base64url; the random nonce of the cipher makes each different. */
  String create(long userId) {
    Content content = new Content(userId, clock.instant().plus(LIFETIME).getEpochSecond());
    byte[] sealed = cipher.encrypt(NAME, Json.MAPPER.writeValueAsBytes(content));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Whether this service made a challenge for this purpose lately, and nobody has answered it
   * before; within a transaction of the caller.
   */
  boolean use(Handle handle, byte[] challenge, long userId) {
    Instant now = clock.instant();
    try {
      Content content = Json.MAPPER.readValue(cipher.decrypt(NAME, challenge), Content.class);
      return content.userId() == userId
          && content.expiresAt() > now.getEpochSecond()
          && remember(handle, challenge, Instant.ofEpochSecond(content.expiresAt()));
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  /** Deletes what has expired; returns how many. */
  int deleteExpired() {
    return jdbi.withHandle(handle ->
        handle.execute("DELETE FROM answered_challenges WHERE expires_at <= ?", clock.instant()));
  }

  private static boolean remember(Handle handle, byte[] challenge, Instant expiresAt) {
    String sql =
        """
        INSERT INTO answered_challenges (challenge_hash, expires_at) VALUES (?, ?)
        ON CONFLICT DO NOTHING
        """;
    String text = Base64.getEncoder().encodeToString(challenge);
    return handle.execute(sql, OpaqueToken.hash(text), expiresAt) == 1;
  }
}
