package dev.touchstone.usermanagement.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Invitations to register. Thread-safe. */
final class InvitationStore {
  private final Jdbi jdbi;

  InvitationStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** An invitation that was not used yet, as on the wire. */
  record Invitation(long id, @Nullable String email, Instant createdAt, Instant expiresAt) {}

  /** An invitation to store. */
  record NewInvitation(
      byte[] tokenHash, @Nullable String email, long by, Instant now, Instant expiresAt) {}

  Invitation insert(Handle handle, NewInvitation invitation) {
    String sql =
        """
        INSERT INTO invitations (token_hash, email, created_by, created_at, expires_at)
        VALUES (:hash, :email, :by, :now, :expires)
        RETURNING id, email, created_at, expires_at
        """;
    return handle
        .createQuery(sql)
        .bind("hash", invitation.tokenHash())
        .bind("email", invitation.email())
        .bind("by", invitation.by())
        .bind("now", invitation.now())
        .bind("expires", invitation.expiresAt())
        .mapTo(Invitation.class)
        .one();
  }

  /** Locks an invitation that can be used. */
  Optional<Invitation> lock(Handle handle, byte[] tokenHash, Instant now) {
    String sql =
        """
        SELECT id, email, created_at, expires_at FROM invitations
        WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now FOR UPDATE
        """;
    return handle
        .createQuery(sql)
        .bind("hash", tokenHash)
        .bind("now", now)
        .mapTo(Invitation.class)
        .findOne();
  }

  void markUsed(Handle handle, long id, long by, Instant now) {
    handle.execute("UPDATE invitations SET used_by = ?, used_at = ? WHERE id = ?", by, now, id);
  }

  /** Those that can be used, newest first. */
  List<Invitation> open(Instant now, int limit) {
    String sql =
        """
        SELECT id, email, created_at, expires_at FROM invitations
        WHERE used_at IS NULL AND expires_at > :now ORDER BY id DESC LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("now", now)
            .bind("limit", limit)
            .mapTo(Invitation.class)
            .list());
  }

  boolean delete(Handle handle, long id) {
    return handle.execute("DELETE FROM invitations WHERE id = ? AND used_at IS NULL", id) == 1;
  }

  int deleteExpired(Instant before) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM invitations WHERE expires_at < ?", before));
  }
}
