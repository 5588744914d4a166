package dev.touchstone.usermanagement.apitoken;

import dev.touchstone.platform.security.ApiToken;
import dev.touchstone.usermanagement.token.OpaqueToken;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** Tokens of programs, each with the session that ends it. Thread-safe. */
final class ApiTokenStore {
  private final Jdbi jdbi;

  ApiTokenStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A token that is valid, without its text. */
  record Stored(
      UUID id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  /** What a presented token permits. */
  record Presented(UUID sessionId, List<String> scopes, Instant expiresAt, @Nested User user) {}

  /**
   * Stores a token within a transaction of the caller.
   *
   * @param most how many valid ones an account may have
   * @return false if it has as many
   */
  static boolean insert(Handle handle, long userId, ApiToken token, Stored stored, int most) {
    // Two requests at once would both find a free place.
    handle.execute("SELECT FROM users WHERE id = ? FOR UPDATE", userId);
    if (list(handle, userId, stored.createdAt()).size() >= most) {
      return false;
    }
    insertSession(handle, userId, stored);
    insertToken(handle, userId, token, stored);
    return true;
  }

  /** The valid tokens of an account, the newest first. */
  List<Stored> list(long userId, Instant now) {
    return jdbi.withHandle(handle -> list(handle, userId, now));
  }

  /** Finds a valid token of an active account and remembers that it was used. */
  Optional<Presented> use(ApiToken token, Instant now) {
    String sql =
        """
        UPDATE api_tokens t SET last_used_at = :now
        FROM sessions s, users u
        WHERE t.token_hash = :hash AND s.id = t.session_id AND u.id = t.user_id
          AND s.ended_at IS NULL AND s.expires_at > :now AND u.is_active
        RETURNING t.session_id, t.scopes, s.expires_at,
        """
            + UserStore.COLUMNS;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("hash", OpaqueToken.hash(token.value().reveal()))
            .bind("now", now)
            .mapTo(Presented.class)
            .findOne());
  }

  private static List<Stored> list(Handle handle, long userId, Instant now) {
    String sql =
        """
        SELECT s.id, t.name, t.scopes, t.created_at, s.expires_at, t.last_used_at
        FROM api_tokens t JOIN sessions s ON s.id = t.session_id
        WHERE t.user_id = :user AND s.ended_at IS NULL AND s.expires_at > :now
        ORDER BY t.created_at DESC, s.id
        """;
    return handle.createQuery(sql).bind("user", userId).bind("now", now).mapTo(Stored.class).list();
  }

  private static void insertSession(Handle handle, long userId, Stored stored) {
    handle.execute(
        "INSERT INTO sessions (id, user_id, created_at, expires_at, kind) VALUES (?, ?, ?, ?, ?)",
        stored.id(),
        userId,
        stored.createdAt(),
        stored.expiresAt(),
        "api_token");
  }

  private static void insertToken(Handle handle, long userId, ApiToken token, Stored stored) {
    String sql =
        """
        INSERT INTO api_tokens (session_id, user_id, token_hash, name, scopes, created_at)
        VALUES (:session, :user, :hash, :name, :scopes, :now)
        """;
    handle
        .createUpdate(sql)
        .bind("session", stored.id())
        .bind("user", userId)
        .bind("hash", OpaqueToken.hash(token.value().reveal()))
        .bind("name", stored.name())
        .bindArray("scopes", String.class, stored.scopes())
        .bind("now", stored.createdAt())
        .execute();
  }
}
