package dev.touchstone.platform.security;

import java.util.Arrays;
import java.util.Optional;

/** What a limited access token may be used for; an ordinary one has no scopes and no such limit. */
public enum Scope {
  /** Reads what its owner may read of exercises. */
  EXERCISES_READ("exercises:read"),
  /** Changes exercises as an author. */
  EXERCISES_WRITE("exercises:write"),
  /** Reads submissions, runs, results, progress, statistics. */
  SUBMISSIONS_READ("submissions:read"),
  /** Submits, runs, rejudges. */
  SUBMISSIONS_WRITE("submissions:write"),
  /** Reads the own account and, as an administrator, those of others. */
  USERS_READ("users:read"),
  /** Changes accounts of others as an administrator. */
  USERS_WRITE("users:write"),
  /** Sets up the second factor that the role requires, and nothing else. */
  SECOND_FACTOR_ENROLMENT("second_factor:enrol");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** The name in tokens and contracts. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Optional<Scope> of(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }
}
