package dev.touchstone.scores.leaderboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What learners and guests see of other learners in leaderboards. Teachers see names. */
public enum Visibility {
  /** Their names. */
  NAMES,
  /** A pseudonym that is always the same for a learner. */
  PSEUDONYMS,
  /** Nothing: there are no leaderboards for them. */
  HIDDEN;

  /** Reads the value of the setting. */
  public static Optional<Visibility> of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
