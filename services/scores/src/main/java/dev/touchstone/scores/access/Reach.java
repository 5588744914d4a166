package dev.touchstone.scores.access;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose work a caller sees: the own one, and that of everybody in some exercises or in all.
 * Immutable.
 *
 * @param exercises what the caller is a member of
 * @param all whether the caller sees the work of everybody in all exercises
 */
public record Reach(long userId, Map<Long, MemberRole> exercises, boolean all) {
  /** Copies the map. */
  public Reach {
    exercises = Map.copyOf(exercises);
  }

  /** Whether the caller sees the work of everybody in an exercise. */
  public boolean views(long exerciseId) {
    return all || exercises.containsKey(exerciseId);
  }

  /** Whether the caller sees the work of a learner in an exercise. */
  public boolean sees(long learner, long exerciseId) {
    return userId == learner || views(exerciseId);
  }

  /** The exercises in which the caller sees the work of everybody, in order; empty for all. */
  public Optional<List<Long>> limit() {
    return all ? Optional.empty() : Optional.of(exercises.keySet().stream().sorted().toList());
  }

  /** The same for the work of one learner: one's own has no limits. */
  public Optional<List<Long>> limit(long learner) {
    return userId == learner ? Optional.empty() : limit();
  }

  static ProblemException notAMember() {
    return ProblemException.of(
        403, "not_a_member", "This exercise belongs to others. Ask its owner to share it.");
  }
}
