package dev.touchstone.exercises.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.exercises.exercise.StoredLimits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The public view of one exercise, on the wire.
 *
 * @param categoryLabel what the reader sees of the category
 * @param tagLabels what the reader sees of the tags, in their order
 * @param locale the language of the statement, which may not be the one asked for
 * @param statement Markdown
 * @param hintCount how many hints there are; the scores service shows them one by one
 * @param hasEditorial whether learners may ever see one, through the scores service
 * @param access what the reader may do besides reading this, null for nothing
 */
record ExerciseView(
    long id,
    String slug,
    String title,
    String category,
    String categoryLabel,
    String difficultyLevel,
    List<String> tags,
    List<String> tagLabels,
    int points,
    List<String> languages,
    List<String> locales,
    int revision,
    boolean isActive,
    Instant createdAt,
    Instant updatedAt,
    String locale,
    String statement,
    List<Sample> samples,
    StoredLimits limits,
    Map<String, String> starterCode,
    int hintCount,
    boolean hasEditorial,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String access) {

  /**
   * A public test or an example.
   *
   * @param interaction shown instead of input and output, which are then empty
   */
  record Sample(
      String name,
      String input,
      String output,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String interaction) {}
}
