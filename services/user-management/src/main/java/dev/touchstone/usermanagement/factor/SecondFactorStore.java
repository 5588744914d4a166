package dev.touchstone.usermanagement.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Authenticator apps and recovery codes of accounts. Thread-safe. */
final class SecondFactorStore {
  private final Jdbi jdbi;

  SecondFactorStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The authenticator app of an account.
   *
   * @param secret encrypted
   * @param confirmedAt null until a first code has proved that the app has the secret
   */
  record App(byte[] secret, @Nullable Instant confirmedAt) {
    boolean isConfirmed() {
      return confirmedAt != null;
    }

    @Override
    public String toString() {
      return "authenticator app";
    }
  }

  Optional<App> find(long userId) {
    String sql = "SELECT secret, confirmed_at FROM totp_factors WHERE user_id = :user";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("user", userId).mapTo(App.class).findOne());
  }

  /** The secret of a confirmed app, encrypted. */
  record Sealed(long userId, byte[] secret) {
    @Override
    public String toString() {
      return "secret of user " + userId;
    }
  }

  List<Sealed> confirmed() {
    String sql = "SELECT user_id, secret FROM totp_factors WHERE confirmed_at IS NOT NULL";
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Sealed.class).list());
  }

  /** Replaces a secret by the same one, encrypted anew, unless the account has another by now. */
  void replace(Sealed old, byte[] sealed) {
    String sql = "UPDATE totp_factors SET secret = ? WHERE user_id = ? AND secret = ?";
    jdbi.useHandle(handle -> handle.execute(sql, sealed, old.userId(), old.secret()));
  }

  /** Stores a secret to confirm, in place of an unconfirmed one; false if one is confirmed. */
  boolean propose(long userId, byte[] secret, Instant now) {
    String sql =
        """
        INSERT INTO totp_factors AS f (user_id, secret, created_at) VALUES (:user, :secret, :now)
        ON CONFLICT (user_id) DO UPDATE SET secret = :secret, created_at = :now
        WHERE f.confirmed_at IS NULL
        """;
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("user", userId)
            .bind("secret", secret)
            .bind("now", now)
            .execute())
        == 1;
  }

  /**
   * Confirms a proposed secret and stores the first recovery codes, within a transaction of the
   * caller.
   *
   * @param secret as it was read: another request may have proposed another one since
   * @param period of the code that proved it
   * @return false if it is no longer proposed
   */
  static boolean confirm(
      Handle handle,
      long userId,
      byte[] secret,
      long period,
      List<RecoveryCode> codes,
      Instant now) {
    String sql =
        """
        UPDATE totp_factors SET confirmed_at = :now, last_period = :period
        WHERE user_id = :user AND secret = :secret AND confirmed_at IS NULL
        """;
    int confirmed =
        handle
            .createUpdate(sql)
            .bind("user", userId)
            .bind("secret", secret)
            .bind("period", period)
            .bind("now", now)
            .execute();
    if (confirmed == 1) {
      replaceCodes(handle, userId, codes);
    }
    return confirmed == 1;
  }

  /** Uses up the code of a period and those before it; false if that was done before. */
  boolean usePeriod(long userId, long period) {
    String sql =
        """
        UPDATE totp_factors SET last_period = :period
        WHERE user_id = :user AND confirmed_at IS NOT NULL AND last_period < :period
        """;
    return jdbi.withHandle(handle ->
        handle.createUpdate(sql).bind("user", userId).bind("period", period).execute())
        == 1;
  }

  /** Uses a recovery code up; false if there is no such code. */
  boolean useRecoveryCode(long userId, RecoveryCode code) {
    String sql = "DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?";
    return jdbi.withHandle(handle -> handle.execute(sql, userId, code.hash())) == 1;
  }

  int countRecoveryCodes(long userId) {
    String sql = "SELECT count(*) FROM recovery_codes WHERE user_id = :user";
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("user", userId).mapTo(Integer.class).one());
  }

  /** Removes everything within a transaction of the caller; false if there was nothing. */
  static boolean remove(Handle handle, long userId) {
    handle.execute("DELETE FROM recovery_codes WHERE user_id = ?", userId);
    return handle.execute("DELETE FROM totp_factors WHERE user_id = ?", userId) == 1;
  }

  /** Replaces the recovery codes within a transaction of the caller. */
  static void replaceCodes(Handle handle, long userId, List<RecoveryCode> codes) {
    // Two requests at once would otherwise leave both sets.
    handle.execute("SELECT FROM totp_factors WHERE user_id = ? FOR UPDATE", userId);
    handle.execute("DELETE FROM recovery_codes WHERE user_id = ?", userId);
    var batch =
        handle.prepareBatch(
            "INSERT INTO recovery_codes (user_id, code_hash) VALUES (:user, :hash)");
    codes.forEach(code -> batch.bind("user", userId).bind("hash", code.hash()).add());
    batch.execute();
  }
}
