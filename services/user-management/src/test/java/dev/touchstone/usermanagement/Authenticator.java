package dev.touchstone.usermanagement;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that somebody typed a secret into. */
record Authenticator(String secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  String code(Instant time) {
    TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key(), generator.getAlgorithm()), time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key() {
    String digits =
        secret
            .chars()
            .mapToObj(letter -> Integer.toString(BASE32.indexOf(letter), 32))
            .collect(Collectors.joining());
    byte[] number = new BigInteger(digits, 32).toByteArray();
    byte[] key = new byte[20];
    for (int i = 0; i < key.length && i < number.length; i++) {
      key[key.length - 1 - i] = number[number.length - 1 - i];
    }
    return key;
  }
}
