package dev.touchstone.platform.security;

import dev.touchstone.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A personal token for programs: {@code tspat_}, 36 random letters and digits (214 bits), and six
 * of a checksum, so that scanners for leaked secrets find it and report nothing else.
 *
 * @param value the whole text
 */
public record ApiToken(Secret value) {
  private static final String PREFIX = "tspat_";
  private static final int RANDOM_LENGTH = 36;
  private static final int CHECKSUM_LENGTH = 6;
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_LENGTH + CHECKSUM_LENGTH) + "}");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Makes a token. */
  public static ApiToken create() {
    String random =
        RANDOM
            .ints(RANDOM_LENGTH, 0, DIGITS.length())
            .mapToObj(digit -> String.valueOf(DIGITS.charAt(digit)))
            .collect(Collectors.joining());
    return new ApiToken(Secret.of(PREFIX + random + checksum(random)));
  }

  /** Whether a bearer token is meant to be one of these. */
  public static boolean isMeant(String bearer) {
    return bearer.startsWith(PREFIX);
  }

  /** Reads a token; empty if it can't be one that was ever made. */
  public static Optional<ApiToken> of(String bearer) {
    if (!FORM.matcher(bearer).matches()) {
      return Optional.empty();
    }
    int checksumFrom = PREFIX.length() + RANDOM_LENGTH;
    String random = bearer.substring(PREFIX.length(), checksumFrom);
    return bearer.substring(checksumFrom).equals(checksum(random))
        ? Optional.of(new ApiToken(Secret.of(bearer)))
        : Optional.empty();
  }

  /** CRC-32 in base 62, which six digits hold. */
  private static String checksum(String random) {
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    char[] digits = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return String.valueOf(digits);
  }
}
