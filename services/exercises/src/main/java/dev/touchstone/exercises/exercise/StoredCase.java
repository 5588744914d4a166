package dev.touchstone.exercises.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One test as the table keeps it, or an example that is only shown.
 *
 * @param name unique within the exercise, such as {@code secret/03}
 * @param group its folder, such as {@code secret}
 * @param points what its group is worth, relative to the other groups
 * @param visibility {@code sample}, {@code hidden} or {@code shown}
 * @param interaction what learners see instead of input and answer
 */
public record StoredCase(
    String name,
    String group,
    double points,
    String visibility,
    StoredText input,
    StoredText answer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredText interaction) {
  /** Shown to every learner. */
  public static final String SAMPLE = "sample";

  /** An example in the statement, and no test. */
  public static final String SHOWN = "shown";

  /** Never shown to a learner. */
  public static final String HIDDEN = "hidden";
}
