package dev.touchstone.exercises.exercise;

/**
 * One test as the table keeps it.
 *
 * @param name unique within the exercise, such as {@code secret/03}
 * @param group its folder, such as {@code secret}
 * @param points what its group is worth, relative to the other groups
 * @param visibility {@code sample} or {@code hidden}
 */
public record StoredCase(
    String name,
    String group,
    double points,
    String visibility,
    StoredText input,
    StoredText answer) {
  /** Shown to every learner. */
  public static final String SAMPLE = "sample";

  /** Never shown to a learner. */
  public static final String HIDDEN = "hidden";
}
