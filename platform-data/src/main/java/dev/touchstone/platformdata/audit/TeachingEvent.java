package dev.touchstone.platformdata.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a teacher did and that the audit log keeps.
 *
 * @param kind such as {@code exercise.published}: lower case, one dot
 * @param actorId who did it; user management knows the name
 * @param target what it was done to, such as {@code exercise:12}
 * @param details what else is worth knowing; nothing that learners must not see by accident
 */
public record TeachingEvent(
    String kind, long actorId, @Nullable String target, Map<String, String> details) {
  /** Copies the details. */
  public TeachingEvent {
    details = Map.copyOf(details);
  }

  /** Something that was done to an exercise. */
  public static TeachingEvent ofExercise(
      String kind, long actorId, long exerciseId, Map<String, String> details) {
    return new TeachingEvent(kind, actorId, "exercise:" + exerciseId, details);
  }
}
