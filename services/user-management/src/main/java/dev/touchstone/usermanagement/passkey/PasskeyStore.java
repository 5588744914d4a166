package dev.touchstone.usermanagement.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code passkeys}. Thread-safe. */
public final class PasskeyStore {
  private final Jdbi jdbi;

  public PasskeyStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A passkey without its key. */
  public record Listed(long id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  /**
   * A passkey that a sign-in is checked with.
   *
   * @param credential attested credential data as the standard writes it
   */
  record Stored(
      long id,
      long userId,
      byte[] credential,
      long signCount,
      boolean backupEligible,
      boolean backedUp) {}

  /** Whether an account has a passkey. */
  public boolean any(long userId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT EXISTS (SELECT FROM passkeys WHERE user_id = :user)")
            .bind("user", userId)
            .mapTo(Boolean.class)
            .one());
  }

  /** The passkeys of an account, the newest first. */
  public List<Listed> list(long userId) {
    String sql =
        """
        SELECT id, name, created_at, last_used_at FROM passkeys
        WHERE user_id = :user ORDER BY id DESC
        """;
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("user", userId).mapTo(Listed.class).list());
  }

  /** The ids that devices know the passkeys of an account by. */
  List<byte[]> credentialIds(long userId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT credential_id FROM passkeys WHERE user_id = :user ORDER BY id")
            .bind("user", userId)
            .mapTo(byte[].class)
            .list());
  }

  /** Locks the passkey of a device until the end of the transaction. */
  static Optional<Stored> lock(Handle handle, byte[] credentialId) {
    String sql =
        """
        SELECT id, user_id, credential, sign_count, backup_eligible, backed_up FROM passkeys
        WHERE credential_id = :credential FOR UPDATE
        """;
    return handle.createQuery(sql).bind("credential", credentialId).mapTo(Stored.class).findOne();
  }

  /**
   * Stores a passkey.
   *
   * @return its id; empty if the device has one here already
   */
  static Optional<Long> insert(
      Handle handle, long userId, String name, WebAuthn.Registered registered, Instant now) {
    String sql =
        """
        INSERT INTO passkeys (user_id, credential_id, credential, name, sign_count, backup_eligible,
          backed_up, created_at)
        VALUES (:user, :credentialId, :credential, :name, :signCount, :backupEligible, :backedUp, :now)
        ON CONFLICT DO NOTHING RETURNING id
        """;
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bindMethods(registered)
        .bind("name", name)
        .bind("now", now)
        .mapTo(Long.class)
        .findOne();
  }

  /** Remembers a use. */
  static void used(Handle handle, long id, WebAuthn.Proven proven, Instant now) {
    String sql =
        """
        UPDATE passkeys SET sign_count = :signCount, backed_up = :backedUp, last_used_at = :now
        WHERE id = :id
        """;
    handle.createUpdate(sql).bindMethods(proven).bind("now", now).bind("id", id).execute();
  }

  /** Deletes one; false if the account has no such passkey. */
  static boolean delete(Handle handle, long userId, long id) {
    return handle.execute("DELETE FROM passkeys WHERE user_id = ? AND id = ?", userId, id) == 1;
  }

  /** Deletes all of an account; false if there was none. */
  public static boolean deleteAll(Handle handle, long userId) {
    return handle.execute("DELETE FROM passkeys WHERE user_id = ?", userId) > 0;
  }
}
