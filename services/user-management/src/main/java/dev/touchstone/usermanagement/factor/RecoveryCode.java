package dev.touchstone.usermanagement.factor;

import dev.touchstone.usermanagement.token.OpaqueToken;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A code that replaces the authenticator app once, such as {@code k7dm-2xqa-9trh-e4wc}.
 *
 * @param text in the form that its owner writes down
 */
record RecoveryCode(String text) {
  private static final int COUNT = 10;

  /** Without letters and digits that are easily confused. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  /** Four groups of four of 32 characters have 80 bits. */
  private static final int GROUPS = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Makes a full set. */
  static List<RecoveryCode> createAll() {
    return Stream.generate(RecoveryCode::create).limit(COUNT).toList();
  }

  private static RecoveryCode create() {
    return new RecoveryCode(
        Stream.generate(RecoveryCode::group).limit(GROUPS).collect(Collectors.joining("-")));
  }

  private static String group() {
    return RANDOM
        .ints(4, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  /** The hash of a code, however its owner types case, blanks and hyphens. */
  byte[] hash() {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c != '-' && !Character.isWhitespace(c))
        .forEach(letters::appendCodePoint);
    return OpaqueToken.hash(letters.toString());
  }

  @Override
  public String toString() {
    return "recovery code";
  }
}
