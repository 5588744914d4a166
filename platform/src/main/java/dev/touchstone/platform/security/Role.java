package dev.touchstone.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do. Each role includes the rights of those before it. */
public enum Role {
  /** Solves exercises. */
  LEARNER,
  /** Writes exercises and follows learners. */
  AUTHOR,
  /** Runs the platform. */
  ADMIN;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #wireName()}. */
  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }

  /** Whether this role may do what the other may. */
  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
