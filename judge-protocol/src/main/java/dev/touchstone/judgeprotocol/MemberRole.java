package dev.touchstone.judgeprotocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an author may do with an exercise. Each role includes the rights of those before it. */
public enum MemberRole {
  /** Sees the submissions and results of learners. */
  VIEWER,
  /** Sees and changes all of the exercise, and has submissions judged again. */
  EDITOR,
  /** Decides who is a member. */
  OWNER;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #wireName()}. */
  public static Optional<MemberRole> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }

  /** Whether this role may do what the other may. */
  public boolean atLeast(MemberRole other) {
    return compareTo(other) >= 0;
  }
}
