package dev.touchstone.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;

/**
 * A value that must not reach a log, a message or a page. While it is rotated there are several:
 * the first is used, all are accepted. One that comes from a file follows the file, so ask for it
 * each time and keep no copy. Thread-safe.
 */
public final class Secret {
  private final Supplier<List<String>> values;

  private Secret(Supplier<List<String>> values) {
    this.values = values;
  }

  /** Wraps a value that is secret from here on. */
  public static Secret of(String value) {
    List<String> only = List.of(value);
    return new Secret(() -> only);
  }

  /** Follows a source that always has at least one value. */
  static Secret following(Supplier<List<String>> source) {
    return new Secret(source);
  }

  /** Returns the value to use now; call it only where it is used. */
  public String reveal() {
    return values.get().getFirst();
  }

  /** Returns every value that is accepted now, the one to use first. */
  public List<String> accepted() {
    return values.get();
  }

  /** Compares with every accepted value, in constant time. */
  public boolean matches(String candidate) {
    byte[] bytes = candidate.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (String value : values.get()) { // all, so that the time does not reveal which matched
      matches |= MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), bytes);
    }
    return matches;
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
