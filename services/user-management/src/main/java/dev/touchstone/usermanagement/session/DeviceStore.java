package dev.touchstone.usermanagement.session;

import dev.touchstone.usermanagement.token.OpaqueToken;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Browsers that signed in to an account before. Thread-safe. */
final class DeviceStore {
  private final Jdbi jdbi;

  DeviceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  boolean isKnown(long userId, String device) {
    String sql =
        """
        SELECT EXISTS (SELECT FROM known_devices WHERE user_id = :user AND device_hash = :hash)
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("user", userId)
            .bind("hash", OpaqueToken.hash(device))
            .mapTo(Boolean.class)
            .one());
  }

  void remember(long userId, String device, Instant now) {
    String sql =
        """
        INSERT INTO known_devices (user_id, device_hash, last_used_at) VALUES (:user, :hash, :now)
        ON CONFLICT (user_id, device_hash) DO UPDATE SET last_used_at = excluded.last_used_at
        """;
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("user", userId)
            .bind("hash", OpaqueToken.hash(device))
            .bind("now", now)
            .execute());
  }

  int deleteUnusedSince(Instant time) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM known_devices WHERE last_used_at < ?", time));
  }
}
