package dev.touchstone.usermanagement.session;

import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** Sessions and their refresh tokens. Thread-safe. */
final class SessionStore {
  private final Jdbi jdbi;

  SessionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A refresh token to store. */
  record NewToken(RefreshToken token, Instant expiresAt) {}

  /** A stored refresh token whose session is alive. */
  private record Found(
      UUID sessionId, Instant sessionExpiresAt, @Nullable Instant rotatedAt, @Nested User user) {
    Session session() {
      return new Session(sessionId, user, sessionExpiresAt);
    }
  }

  /**
   * Stores a session, unless its account was changed since it was read: a new password, another
   * role or a closing ends only the sessions that it finds.
   *
   * @return false if the account was changed
   */
  boolean create(Session session, NewToken token, Client client, Instant now) {
    String sql =
        """
        INSERT INTO sessions (id, user_id, created_at, expires_at, user_agent, network)
        VALUES (:id, :user, :now, :expires, :userAgent, :network)
        """;
    return jdbi.inTransaction(handle -> {
      if (!isUnchanged(handle, session.user())) {
        return false;
      }
      handle
          .createUpdate(sql)
          .bind("id", session.id())
          .bind("user", session.user().id())
          .bind("now", now)
          .bind("expires", session.expiresAt())
          .bind("userAgent", client.userAgent())
          .bind("network", client.network())
          .execute();
      insert(handle, session.id(), token, now);
      return true;
    });
  }

  /** Waits for a change that is under way; one that comes later waits for the session. */
  private static boolean isUnchanged(Handle handle, User user) {
    String sql =
        """
        SELECT true FROM users WHERE id = :id AND is_active AND updated_at = :read FOR SHARE
        """;
    return handle
        .createQuery(sql)
        .bind("id", user.id())
        .bind("read", user.updatedAt())
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  /**
   * Exchanges a token for its successor, and ends the session if it had been exchanged before.
   *
   * @param grace how long after its exchange a token may be presented again without suspicion
   */
  Exchange exchange(byte[] presented, NewToken successor, Instant now, Duration grace) {
    return jdbi.inTransaction(handle -> {
      Optional<Found> found = lock(handle, presented, now);
      return found.isEmpty()
          ? new Exchange.Refused()
          : exchange(handle, found.get(), presented, successor, now, grace);
    });
  }

  /** Whether the session has not ended. */
  boolean isAlive(UUID session) {
    String sql = "SELECT ended_at IS NULL FROM sessions WHERE id = :id";
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("id", session).mapTo(Boolean.class).findOne().orElse(false));
  }

  /** The session that a token belongs to, alive or not. */
  Optional<UUID> sessionOf(byte[] token) {
    String sql = "SELECT session_id FROM refresh_tokens WHERE token_hash = :hash";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("hash", token).mapTo(UUID.class).findOne());
  }

  /** Deletes sessions that expired before the given time, and their tokens. */
  int deleteExpired(Instant before) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM sessions WHERE expires_at < ?", before));
  }

  private static Exchange exchange(
      Handle handle,
      Found found,
      byte[] presented,
      NewToken successor,
      Instant now,
      Duration grace) {
    Session session = found.session();
    Instant rotatedAt = found.rotatedAt();
    if (rotatedAt == null) {
      handle.execute(
          "UPDATE refresh_tokens SET rotated_at = ? WHERE token_hash = ?", now, presented);
    } else if (!rotatedAt.plus(grace).isAfter(now)) {
      RevocationStore.end(handle, List.of(session.id()), EndReason.TOKEN_REUSED, now);
      return new Exchange.Reused(session);
    }
    insert(handle, session.id(), successor, now);
    return new Exchange.Rotated(session);
  }

  /** Locks the session, so that of two exchanges of one token the second sees the first. */
  private static Optional<Found> lock(Handle handle, byte[] token, Instant now) {
    String sql =
        "SELECT "
            + UserStore.COLUMNS
            + """
            , s.id AS session_id, s.expires_at AS session_expires_at, t.rotated_at
            FROM sessions s
              JOIN refresh_tokens t ON t.session_id = s.id
              JOIN users u ON u.id = s.user_id
            WHERE t.token_hash = :hash AND t.expires_at > :now
              AND s.ended_at IS NULL AND s.expires_at > :now AND u.is_active
            FOR UPDATE OF s, t
            """;
    return handle
        .createQuery(sql)
        .bind("hash", token)
        .bind("now", now)
        .mapTo(Found.class)
        .findOne();
  }

  private static void insert(Handle handle, UUID session, NewToken token, Instant now) {
    String sql =
        """
        INSERT INTO refresh_tokens (token_hash, session_id, issued_at, expires_at)
        VALUES (:hash, :session, :now, :expires)
        """;
    handle
        .createUpdate(sql)
        .bind("hash", token.token().hash())
        .bind("session", session)
        .bind("now", now)
        .bind("expires", token.expiresAt())
        .execute();
  }
}
