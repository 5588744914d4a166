package dev.touchstone.scores.progress;

import dev.touchstone.judgeprotocol.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Recomputes {@code user_exercises} and {@code learners} from the submissions. Never by increments,
 * which could drift. The caller holds the {@link LearnerLock}.
 */
public final class Totals {
  private static final List<String> GRAVEST_FIRST =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();

  private Totals() {}

  /** Remembers the name that a learner goes by. */
  public static void name(Handle handle, long userId, String username) {
    String sql =
        """
        INSERT INTO learners (user_id, username) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET username = excluded.username
        """;
    handle.execute(sql, userId, username);
  }

  /** A learner's submissions to an exercise. */
  public record Attempts(long userId, long exerciseId) {}

  /** Computes what follows from a learner's submissions to an exercise. */
  public static void refresh(Handle handle, long userId, long exerciseId) {
    refresh(handle, Set.of(new Attempts(userId, exerciseId)));
  }

  /** The same after one was cancelled: it is no attempt, so there may be none left. */
  public static void refreshAfterCancelling(Handle handle, long userId, long exerciseId) {
    refresh(handle, userId, exerciseId);
    String sql =
        """
        DELETE FROM user_exercises WHERE user_id = :user AND exercise_id = :exercise
          AND NOT EXISTS (
            SELECT FROM scores
            WHERE user_id = :user AND exercise_id = :exercise AND status <> 'cancelled')
        """;
    handle.createUpdate(sql).bind("user", userId).bind("exercise", exerciseId).execute();
  }

  /** The same for several learners and exercises; the caller holds the locks of all learners. */
  public static void refresh(Handle handle, Set<Attempts> changed) {
    // Of attempts with the same score the best verdict counts: worse ones sort last. The statement
    // does not see its own changes, hence the refreshed rows beside the others.
    String sql =
        """
        WITH changed AS (
          SELECT * FROM unnest(:users, :exercises) AS pair (user_id, exercise_id)
        ), attempts AS (
          SELECT user_id, exercise_id, submitted_at, score_points, result_status,
            max(score_points) OVER (PARTITION BY user_id, exercise_id) AS best
          FROM scores JOIN changed USING (user_id, exercise_id)
          WHERE status <> 'cancelled'
        ), refreshed AS (
          INSERT INTO user_exercises AS known
            (user_id, exercise_id, first_attempt, last_attempt, total_attempts, best_score,
             best_status, improved_at)
          SELECT user_id, exercise_id, min(submitted_at), max(submitted_at), count(*), max(best),
            (array_agg(result_status ORDER BY score_points DESC NULLS LAST,
               array_position(:gravestFirst, result_status) DESC NULLS LAST)
             FILTER (WHERE result_status IS NOT NULL))[1],
            min(submitted_at) FILTER (WHERE score_points = best AND best > 0)
          FROM attempts GROUP BY user_id, exercise_id
          ON CONFLICT (user_id, exercise_id) DO UPDATE
          SET first_attempt = excluded.first_attempt, last_attempt = excluded.last_attempt,
              total_attempts = excluded.total_attempts, best_score = excluded.best_score,
              best_status = excluded.best_status, improved_at = excluded.improved_at
          RETURNING user_id, best_score, best_status, improved_at
        ), results AS (
          SELECT user_id, best_score, best_status, improved_at FROM refreshed
          UNION ALL
          SELECT user_id, best_score, best_status, improved_at FROM user_exercises AS other
          WHERE user_id = ANY(:users)
            AND NOT EXISTS (
              SELECT FROM changed
              WHERE changed.user_id = other.user_id AND changed.exercise_id = other.exercise_id)
        )
        UPDATE learners
        SET points = total.points, solved = total.solved, improved_at = total.improved_at
        FROM (
          SELECT user_id, coalesce(sum(best_score), 0) AS points,
            count(*) FILTER (WHERE best_status = 'AC') AS solved, max(improved_at) AS improved_at
          FROM results GROUP BY user_id) AS total
        WHERE learners.user_id = total.user_id
          AND (learners.points, learners.solved, learners.improved_at)
            IS DISTINCT FROM (total.points, total.solved, total.improved_at)
        """;
    handle
        .createUpdate(sql)
        .bindArray("gravestFirst", String.class, GRAVEST_FIRST)
        .bindArray("users", Long.class, changed.stream().map(Attempts::userId).toList())
        .bindArray("exercises", Long.class, changed.stream().map(Attempts::exerciseId).toList())
        .execute();
  }
}
