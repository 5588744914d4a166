package dev.touchstone.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not reach a log, a message or a page. Immutable and thread-safe. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a value that is secret from here on. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Returns the value itself; call it only where it is used. */
  public String reveal() {
    return value;
  }

  /** Compares in constant time. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
