package dev.touchstone.scores.leaderboard;

import dev.touchstone.platformdata.database.Reads;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Ranks learners: more points first; at equal points, whoever won them earlier. Thread-safe.
 *
 * <p>A month has the points whose best score was reached in it, so each point counts in one month.
 */
final class LeaderboardStore {
  /** Twice in a query; read from the index each time. */
  private static final String OF_ALL_TIME =
      """
      NOT MATERIALIZED (
        SELECT user_id, points, solved, improved_at FROM learners WHERE points > 0)
      """;

  private static final String OF_MONTH =
      """
      (SELECT user_id, sum(best_score) AS points,
        CAST(count(*) FILTER (WHERE best_status = 'AC') AS integer) AS solved,
        max(improved_at) AS improved_at
      FROM user_exercises WHERE improved_at >= :begin AND improved_at < :end GROUP BY user_id)
      """;

  private final Reads reads;

  LeaderboardStore(Reads reads) {
    this.reads = reads;
  }

  /** The sort keys of a row. */
  record Place(BigDecimal points, Instant improvedAt, long userId) {}

  /** Those who come after a place. */
  List<Standing> after(Optional<YearMonth> month, Place place, int limit) {
    String sql =
        """
        WITH totals AS <source>
        SELECT page.*, username, improved_at AS last_improved_at FROM (
          SELECT * FROM (
            SELECT *, rank() OVER (ORDER BY points DESC, improved_at) AS rank FROM totals) AS ranked
          WHERE points < :points
            OR (points = :points AND (improved_at, user_id) > (:improved, :user))
          ORDER BY points DESC, improved_at, user_id LIMIT :limit) AS page
        JOIN (SELECT user_id, username FROM learners) AS names USING (user_id)
        ORDER BY points DESC, improved_at, user_id
        """;
    return reads.withHandle(handle ->
        from(month, handle.createQuery(sql))
            .bind("points", place.points())
            .bind("improved", place.improvedAt())
            .bind("user", place.userId())
            .bind("limit", limit)
            .mapTo(Standing.class)
            .list());
  }

  /** One learner, if there are points. */
  Optional<Standing> find(Optional<YearMonth> month, long userId) {
    String sql =
        """
        WITH totals AS <source>
        SELECT me.*, username, me.improved_at AS last_improved_at,
          1 + (SELECT count(*) FROM totals AS other
               WHERE other.points >= me.points
                 AND (other.points > me.points OR other.improved_at < me.improved_at)) AS rank
        FROM totals AS me JOIN (SELECT user_id, username FROM learners) AS names USING (user_id)
        WHERE user_id = :user
        """;
    return reads.withHandle(handle ->
        from(month, handle.createQuery(sql)).bind("user", userId).mapTo(Standing.class).findOne());
  }

  /** The learners with the same points, won at the same time. */
  List<Long> tied(Optional<YearMonth> month, BigDecimal points, Instant improvedAt) {
    String sql =
        """
        WITH totals AS <source>
        SELECT user_id FROM totals WHERE points = :points AND improved_at = :improved
        """;
    return reads.withHandle(handle ->
        from(month, handle.createQuery(sql))
            .bind("points", points)
            .bind("improved", improvedAt)
            .mapTo(Long.class)
            .list());
  }

  /** What pseudonyms are computed with. */
  String pseudonymKey() {
    return reads.withHandle(
        handle -> handle.createQuery("SELECT key FROM pseudonym_key").mapTo(String.class).one());
  }

  private static Query from(Optional<YearMonth> month, Query query) {
    return query
        .define("source", month.isPresent() ? OF_MONTH : OF_ALL_TIME)
        .bind("begin", month.map(LeaderboardStore::begin).orElse(null))
        .bind("end", month.map(each -> begin(each.plusMonths(1))).orElse(null))
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
