package dev.touchstone.scores.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as the exercises service describes it to us.
 *
 * @param points what it is worth
 * @param languages ids of those it takes, empty for all
 * @param sourceKib how large a program may be, in KiB; null or 0 for the default
 */
public record Exercise(
    long exerciseId,
    int revision,
    boolean isActive,
    double points,
    @Nullable List<String> languages,
    @Nullable Integer sourceKib) {
  /** In KiB; where the service does not tell. */
  private static final int DEFAULT_SOURCE_KIB = 256;

  /** Whether programs in this language are taken. */
  public boolean takes(String language) {
    return languages == null || languages.isEmpty() || languages.contains(language);
  }

  /** How large a program may be, in bytes. */
  public int sourceBytes() {
    return 1024 * (sourceKib == null || sourceKib <= 0 ? DEFAULT_SOURCE_KIB : sourceKib);
  }
}
