package dev.touchstone.scores.leaderboard;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.access.Access;
import java.util.Optional;

/** Who looks at a leaderboard, and how learners appear to them. */
record Viewer(Optional<Long> userId, boolean seesNames, Pseudonyms pseudonyms) {
  /**
   * Admits the caller.
   *
   * @throws ProblemException 403 {@code leaderboard_hidden}
   */
  static Viewer of(Optional<Principal> caller, Visibility visibility, Pseudonyms pseudonyms) {
    boolean isTeacher = caller.filter(Access::isTeacher).isPresent();
    if (visibility == Visibility.HIDDEN && !isTeacher) {
      throw ProblemException.of(403, "leaderboard_hidden", "There is no leaderboard for learners.");
    }
    return new Viewer(
        caller.map(Principal::userId), isTeacher || visibility == Visibility.NAMES, pseudonyms);
  }

  /** Whether the viewer may know who a learner is. */
  boolean knows(long learner) {
    return seesNames || userId.equals(Optional.of(learner));
  }

  /** What identifies a learner to this viewer, in cursors. */
  String token(long learner) {
    return seesNames ? Long.toString(learner) : pseudonyms.of(learner);
  }

  Standing shown(Standing row) {
    Long id = row.userId();
    return id == null || knows(id)
        ? row
        : new Standing(
            row.rank(), null, pseudonyms.of(id), row.points(), row.solved(), row.lastImprovedAt());
  }

  Solver shown(Solver row) {
    Long id = row.userId();
    return id == null || knows(id)
        ? row
        : new Solver(row.rank(), null, pseudonyms.of(id), row.solvedAt(), row.timeMs());
  }
}
