package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which an exercise accepts submissions.
 *
 * @param titles by language
 * @param points what the exercise is worth
 * @param languages ids of those that it takes, empty for all
 * @param sourceKib the most that all files of a submission may have together, in KiB; null or 0 for
 *     {@link #DEFAULT_SOURCE_KIB}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExerciseTerms(
    long exerciseId,
    int revision,
    @Nullable String slug,
    Map<String, String> titles,
    boolean isActive,
    double points,
    List<String> languages,
    @Nullable Integer sourceKib) {
  /** In KiB. */
  public static final int DEFAULT_SOURCE_KIB = 256;

  /** Copies the collections. */
  public ExerciseTerms {
    titles = copy(titles);
    languages = Lists.of(languages);
  }

  /** Whether programs in this language are taken. */
  public boolean takes(String language) {
    return languages.isEmpty() || languages.contains(language);
  }

  /** How large a program may be, in bytes. */
  public int sourceBytes() {
    return 1024 * (sourceKib == null || sourceKib <= 0 ? DEFAULT_SOURCE_KIB : sourceKib);
  }

  private static Map<String, String> copy(@Nullable Map<String, String> sent) {
    return sent == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sent));
  }
}
