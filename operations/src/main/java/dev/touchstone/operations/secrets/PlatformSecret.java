package dev.touchstone.operations.secrets;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The secrets of the chart platform's README, by the names of their entries. */
enum PlatformSecret {
  INTERNAL_TOKEN("internal-token", true),
  JUDGE_TOKEN("judge-token", true),
  SIGNING_SECRET("signing-secret", true),
  /** Counts until the administrator has chosen another one, so it is not rotated. */
  FIRST_ADMINISTRATOR_PASSWORD("first-administrator-password", false);

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String entry;
  private final boolean rotated;

  PlatformSecret(String entry, boolean rotated) {
    this.entry = entry;
    this.rotated = rotated;
  }

  /** Whether programs accept two values of it. */
  boolean isRotated() {
    return rotated;
  }

  static Optional<PlatformSecret> find(String name) {
    return Arrays.stream(values()).filter(secret -> secret.entry.equals(name)).findFirst();
  }

  /** A new value: 64 hexadecimal digits. */
  static String generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return entry;
  }
}
