package dev.touchstone.scores.access;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;

/**
 * Who may see submissions, and everything that is computed from them. Learners see their own;
 * authors and administrators, here together called teachers, see all.
 */
public final class Access {
  private Access() {}

  /** Whether the caller sees the work of all learners. */
  public static boolean isTeacher(Principal by) {
    return by.role().atLeast(Role.AUTHOR);
  }

  /** Whether the caller sees the work of a learner. */
  public static boolean sees(Principal by, long learner) {
    return by.userId() == learner || isTeacher(by);
  }

  /**
   * Refuses callers who don't see the work of all learners.
   *
   * @throws ProblemException 403
   */
  public static void requireTeacher(Principal by) {
    if (!isTeacher(by)) {
      throw ProblemException.forbidden();
    }
  }

  /**
   * Refuses callers who don't see the work of a learner.
   *
   * @throws ProblemException 403
   */
  public static void requireSees(Principal by, long learner) {
    if (!sees(by, learner)) {
      throw ProblemException.forbidden();
    }
  }
}
