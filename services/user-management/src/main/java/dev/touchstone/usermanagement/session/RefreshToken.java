package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** An opaque token of 256 random bits for a session; only its hash is stored. */
record RefreshToken(Secret value) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static RefreshToken create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static RefreshToken of(String text) {
    return new RefreshToken(Secret.of(text));
  }

  /** SHA-256, which is enough because the token can't be guessed. */
  byte[] hash() {
    return sha256(value.reveal());
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
