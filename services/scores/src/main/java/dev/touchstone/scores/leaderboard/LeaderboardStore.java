package dev.touchstone.scores.leaderboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Ranks the table {@code learners}: more points first; at equal points, whoever won them earlier.
 * Thread-safe.
 */
final class LeaderboardStore {
  private static final String SELECT =
      """
      SELECT *, improved_at AS last_improved_at FROM (
        SELECT user_id, username, points, solved, improved_at,
          rank() OVER (ORDER BY points DESC, improved_at) AS rank
        FROM learners WHERE points > 0) AS ranked
      """;

  private final Jdbi jdbi;

  LeaderboardStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The sort keys of a row. */
  record Place(BigDecimal points, Instant improvedAt, long userId) {}

  /** Those who come after a place. */
  List<Standing> after(Place place, int limit) {
    String where =
        """
        WHERE points < :points
          OR (points = :points AND (improved_at, user_id) > (:improved, :user))
        ORDER BY points DESC, improved_at, user_id LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SELECT + where)
            .bind("points", place.points())
            .bind("improved", place.improvedAt())
            .bind("user", place.userId())
            .bind("limit", limit)
            .mapTo(Standing.class)
            .list());
  }

  /** One learner, if there are points. */
  Optional<Standing> find(long userId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SELECT + "WHERE user_id = :user")
            .bind("user", userId)
            .mapTo(Standing.class)
            .findOne());
  }
}
