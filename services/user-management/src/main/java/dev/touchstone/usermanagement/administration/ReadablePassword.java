package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.config.Secret;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Generated passwords that people type once. */
public final class ReadablePassword {
  /** Without letters and digits that are easily confused. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  /** 20 of 32 characters are 100 bits. */
  private static final int LENGTH = 20;

  private ReadablePassword() {}

  /** A new one. */
  public static Secret generate() {
    String text =
        new SecureRandom()
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
            .collect(Collectors.joining());
    return Secret.of(text);
  }
}
