package dev.touchstone.usermanagement.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Sign-ins between their two steps, in the table {@code login_challenges}. Thread-safe. */
final class ChallengeStore {
  /** Long enough to fetch the phone. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Jdbi jdbi;

  ChallengeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void insert(RefreshToken challenge, long userId, Instant now) {
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO login_challenges (challenge_hash, user_id, expires_at) VALUES (?, ?, ?)",
            challenge.hash(),
            userId,
            now.plus(LIFETIME)));
  }

  /** The account that a challenge belongs to. */
  Optional<Long> userOf(RefreshToken challenge, Instant now) {
    String sql =
        """
        SELECT user_id FROM login_challenges
        WHERE challenge_hash = :hash AND expires_at > :now
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("hash", challenge.hash())
            .bind("now", now)
            .mapTo(Long.class)
            .findOne());
  }

  /** Uses a challenge up; false if someone else has done so. */
  boolean delete(RefreshToken challenge) {
    return jdbi.withHandle(handle ->
        handle.execute(
            "DELETE FROM login_challenges WHERE challenge_hash = ?", (Object) challenge.hash()))
        == 1;
  }

  int deleteExpired(Instant now) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM login_challenges WHERE expires_at <= ?", now));
  }
}
