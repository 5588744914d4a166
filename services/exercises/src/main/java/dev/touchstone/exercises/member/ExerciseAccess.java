package dev.touchstone.exercises.member;

import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.MemberStore;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import java.util.Optional;

/** Finds exercises for those who may use them. Thread-safe. */
public final class ExerciseAccess {
  private final ExerciseStore exercises;
  private final MemberStore members;

  public ExerciseAccess(ExerciseStore exercises, MemberStore members) {
    this.exercises = exercises;
    this.members = members;
  }

  /**
   * Finds an exercise for an author.
   *
   * @param least the role that a member must have
   * @throws ProblemException 404 {@code exercise_not_found}, also for one that is not active and
   *     not the caller's; 403 {@code not_a_member}
   */
  public ExerciseHead require(Principal by, String idOrSlug, MemberRole least) {
    ExerciseHead exercise =
        exercises.findHead(ExerciseKey.of(idOrSlug)).orElseThrow(PublishingService::notFound);
    if (by.role().atLeast(Role.ADMIN)) {
      return exercise;
    }
    Optional<MemberRole> role = members.roleOf(exercise.id(), by.userId());
    if (role.isEmpty() && !exercise.isActive()) {
      throw PublishingService.notFound();
    }
    if (!role.map(held -> held.atLeast(least)).orElse(false)) {
      throw notAMember();
    }
    return exercise;
  }

  static ProblemException notAMember() {
    return ProblemException.of(
        403, "not_a_member", "This exercise belongs to others. Ask its owner to share it.");
  }
}
