package dev.touchstone.scores.access;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.exercise.ExerciseMembers;
import java.util.Map;

/**
 * Who may see submissions, and everything that is computed from them. Learners see their own;
 * authors also those to the exercises that they are members of; administrators all. Authors and
 * administrators are together called teachers. Thread-safe.
 */
public final class Access {
  private final ExerciseMembers members;

  /** Learns from the exercises service who is a member of what. */
  public Access(ExerciseMembers members) {
    this.members = members;
  }

  /** Whether the caller is one of those who may see the work of others. */
  public static boolean isTeacher(Principal by) {
    return by.role().atLeast(Role.AUTHOR);
  }

  /**
   * Refuses learners.
   *
   * @throws ProblemException 403
   */
  public static void requireTeacher(Principal by) {
    if (!isTeacher(by)) {
      throw ProblemException.forbidden();
    }
  }

  /**
   * Refuses learners who ask for the work of another.
   *
   * @throws ProblemException 403
   */
  public static void requireTeacherOf(Principal by, long learner) {
    if (by.userId() != learner) {
      requireTeacher(by);
    }
  }

  /**
   * What the caller sees. Ask before a transaction begins: it may take a call to another service.
   *
   * @throws dev.touchstone.platform.http.ServiceClient.Unavailable if that does not respond
   */
  public Reach reach(Principal by) {
    return by.role() == Role.AUTHOR
        ? new Reach(by.userId(), members.of(by.userId()), false)
        : new Reach(by.userId(), Map.of(), by.role().atLeast(Role.ADMIN));
  }

  /** Whether the caller is a member of an exercise with at least this role, or an administrator. */
  public boolean allows(Principal by, long exerciseId, MemberRole least) {
    if (by.role() != Role.AUTHOR) {
      return by.role().atLeast(Role.ADMIN);
    }
    return isAtLeast(members.of(by.userId()), exerciseId, least)
        || isAtLeast(members.latest(by.userId()), exerciseId, least);
  }

  /**
   * Refuses callers who are no members of an exercise, or may do less.
   *
   * @throws ProblemException 403
   */
  public void require(Principal by, long exerciseId, MemberRole least) {
    requireTeacher(by);
    if (!allows(by, exerciseId, least)) {
      throw Reach.notAMember();
    }
  }

  private static boolean isAtLeast(Map<Long, MemberRole> roles, long exerciseId, MemberRole least) {
    MemberRole held = roles.get(exerciseId);
    return held != null && held.atLeast(least);
  }
}
