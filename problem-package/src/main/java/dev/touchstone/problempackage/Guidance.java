package dev.touchstone.problempackage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What helps learners besides the statement.
 *
 * @param hints the files of each hint by locale, in the order in which learners see them
 * @param editorial the files of the author's explanation by locale, empty for none
 * @param visible when learners see the editorial
 * @param attempts after how many, for {@link Visible#AFTER_ATTEMPTS}
 */
public record Guidance(
    List<Map<String, Path>> hints, Map<String, Path> editorial, Visible visible, int attempts) {
  /** How many attempts count where the package names no number. */
  public static final int DEFAULT_ATTEMPTS = 3;

  /** Copies the collections. */
  public Guidance {
    hints = hints.stream().map(Map::copyOf).toList();
    editorial = Map.copyOf(editorial);
  }

  /** When learners see the editorial. */
  public enum Visible {
    ALWAYS,
    AFTER_SOLVED,
    /** After a number of attempts, and after the exercise is solved with fewer. */
    AFTER_ATTEMPTS,
    NEVER;

    /** The word of {@code touchstone.yaml}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of {@code touchstone.yaml}. */
    public static Optional<Visible> of(String text) {
      return Arrays.stream(values()).filter(visible -> visible.word().equals(text)).findFirst();
    }
  }
}
