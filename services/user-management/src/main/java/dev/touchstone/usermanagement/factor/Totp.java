package dev.touchstone.usermanagement.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) with the values that every authenticator app supports:
 * HMAC-SHA-1, six digits, 30 seconds. Thread-safe.
 */
final class Totp {
  /** 160 bits, as RFC 4226 recommends; a multiple of five, so that base 32 needs no padding. */
  private static final int SECRET_BYTES = 20;

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BASE32_DIGITS = SECRET_BYTES * 8 / 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Accepted before and after the current period: clocks differ, and typing takes time. */
  private static final int WINDOW = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** A secret as people type it into their app. */
  static String base32(byte[] secret) {
    String digits = new BigInteger(1, secret).toString(BASE32.length());
    return ("0".repeat(BASE32_DIGITS - digits.length()) + digits)
        .chars()
        .mapToObj(digit -> String.valueOf(BASE32.charAt(Character.digit(digit, BASE32.length()))))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }

  /** What apps read from a QR code; user names need no escapes. */
  static String uri(String username, byte[] secret) {
    return "otpauth://totp/Touchstone:%s?secret=%s&issuer=Touchstone&algorithm=SHA1&digits=6&period=30"
        .formatted(username, base32(secret));
  }

  /** The period, counted from 1970, for which a code is right; empty if it is wrong now. */
  OptionalLong period(byte[] secret, String code, Instant now) {
    Duration step = generator.getTimeStep();
    OptionalLong found = OptionalLong.empty();
    for (int offset = -WINDOW; offset <= WINDOW; offset++) {
      Instant time = now.plus(step.multipliedBy(offset));
      if (equal(code, code(secret, time))) {
        found = OptionalLong.of(time.getEpochSecond() / step.toSeconds());
      }
    }
    return found;
  }

  String code(byte[] secret, Instant time) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Any bytes are a key for HMAC.", e);
    }
  }

  private static boolean equal(String typed, String right) {
    return MessageDigest.isEqual(
        typed.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
