package dev.touchstone.usermanagement.password;

import dev.touchstone.platform.http.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are accepted, after NIST SP 800-63B: long enough, not common, and without the
 * account's own names. There are no rules about kinds of characters. Thread-safe.
 */
public final class PasswordRules {
  static final int SHORTEST = 10;
  static final int LONGEST = 128;

  /** A password with fewer different characters counts as common. */
  private static final int LEAST_DISTINCT = 5;

  /** Names shorter than this occur in good passwords by chance. */
  private static final int SHORTEST_NAME = 4;

  private final Set<String> common = readCommon();

  /**
   * Looks for the first fault of a password.
   *
   * @param field the name of the field in the request
   * @param ownNames the user name and email address of the account
   */
  public Optional<FieldError> fault(String field, String password, List<String> ownNames) {
    String folded = Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    long length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return fault(field, "password_too_short", "Use at least " + SHORTEST + " characters.");
    }
    if (length > LONGEST) {
      return fault(field, "password_too_long", "Use at most " + LONGEST + " characters.");
    }
    if (isCommon(folded)) {
      return fault(field, "password_common", "This password is too common.");
    }
    if (ownNames.stream().anyMatch(name -> containsName(folded, name))) {
      return fault(
          field,
          "password_contains_name",
          "The password must not contain your user name or email address.");
    }
    return Optional.empty();
  }

  private boolean isCommon(String folded) {
    return folded.codePoints().distinct().count() < LEAST_DISTINCT
        || common.contains(folded)
        // "football2026!" is no better than "football".
        || common.contains(folded.replaceAll("[^\\p{L}]+$", ""))
        || isRun(folded);
  }

  /** Whether each character follows the one before it, as in "abcdefghij" or "9876543210". */
  private static boolean isRun(String text) {
    int step = text.charAt(1) - text.charAt(0);
    for (int i = 1; i < text.length(); i++) {
      int difference = text.charAt(i) - text.charAt(i - 1);
      boolean wraps = text.charAt(i) == '0' && text.charAt(i - 1) == '9';
      if (difference != step && !wraps) {
        return false;
      }
    }
    return Math.abs(step) == 1;
  }

  private static boolean containsName(String folded, String name) {
    String own = name.toLowerCase(Locale.ROOT);
    int at = own.indexOf('@');
    String local = at < 0 ? own : own.substring(0, at);
    return local.length() >= SHORTEST_NAME && folded.contains(local);
  }

  private static Optional<FieldError> fault(String field, String code, String message) {
    return Optional.of(new FieldError(field, message, code));
  }

  private static Set<String> readCommon() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-passwords.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
