package dev.touchstone.scores.guidance;

import dev.touchstone.judgeprotocol.Verdict;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The table {@code hint_reveals}, and what decides about editorials. Thread-safe. */
final class GuidanceStore {
  private final Jdbi jdbi;

  GuidanceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Not from a replica: who has just solved an exercise looks at the editorial at once. */
  Standing standing(long userId, long exerciseId) {
    String sql =
        """
        SELECT
          coalesce((SELECT total_attempts FROM user_exercises
            WHERE user_id = :user AND exercise_id = :exercise), 0) AS attempts,
          EXISTS (SELECT FROM user_exercises
            WHERE user_id = :user AND exercise_id = :exercise AND best_status = :accepted) AS solved,
          coalesce((SELECT max(hint) FROM hint_reveals
            WHERE user_id = :user AND exercise_id = :exercise), 0) AS hints
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("user", userId)
            .bind("exercise", exerciseId)
            .bind("accepted", Verdict.AC.name())
            .mapTo(Standing.class)
            .one());
  }

  /** Records that a learner looked at a hint; again is no fault. */
  void reveal(long userId, long exerciseId, int hint, Instant now) {
    String sql =
        """
        INSERT INTO hint_reveals (user_id, exercise_id, hint, revealed_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (user_id, exercise_id, hint) DO NOTHING
        """;
    jdbi.useHandle(handle -> handle.execute(sql, userId, exerciseId, hint, now));
  }
}
