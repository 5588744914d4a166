package dev.touchstone.scores.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far judging is. */
public enum Status {
  /** Waits for a judge. */
  QUEUED,
  /** A judge works on it. */
  JUDGING,
  /** It has its verdict. */
  JUDGED,
  /** No judge could judge it; an administrator must look. */
  JUDGE_ERROR,
  /** Its learner cancelled it before it was judged. */
  CANCELLED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #wireName()}. */
  public static Optional<Status> of(String wireName) {
    return Arrays.stream(values()).filter(status -> status.wireName().equals(wireName)).findFirst();
  }

  /** Whether the state is final unless the job is queued again. */
  public boolean isFinal() {
    return switch (this) {
      case QUEUED, JUDGING -> false;
      case JUDGED, JUDGE_ERROR, CANCELLED -> true;
    };
  }
}
