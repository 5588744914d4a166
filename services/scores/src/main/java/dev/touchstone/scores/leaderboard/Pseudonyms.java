package dev.touchstone.scores.leaderboard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives learners names that are always the same and do not reveal the id: without the key, which
 * never leaves the database and this class, nobody can compute them. Thread-safe.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final String PREFIX = "learner-";
  private static final int LENGTH = 8;

  private final SecretKeySpec key;

  Pseudonyms(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String of(long userId) {
    StringBuilder name = new StringBuilder(PREFIX);
    long number = ByteBuffer.wrap(hash(userId)).getLong();
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt((int) Long.remainderUnsigned(number, LETTERS.length())));
      number = Long.divideUnsigned(number, LETTERS.length());
    }
    return name.toString();
  }

  /** Whether a text looks like one. */
  static boolean isPseudonym(String text) {
    return text.startsWith(PREFIX)
        && text.length() == PREFIX.length() + LENGTH
        && text.chars().skip(PREFIX.length()).allMatch(each -> LETTERS.indexOf(each) >= 0);
  }

  private byte[] hash(long userId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(userId).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
