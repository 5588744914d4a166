package dev.touchstone.usermanagement.token;

import com.nimbusds.jose.jwk.ECKey;
import dev.touchstone.platform.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signing keys in the table {@code signing_keys}, their private parts encrypted. Thread-safe. */
final class SigningKeyStore {
  /** Any number, the same in all processes: "keys" in ASCII. */
  private static final long LOCK = 0x6b657973;

  private final Jdbi jdbi;
  private final KeyCipher cipher;

  /** A key as it is stored. */
  private record Row(
      String kid, byte[] privateKey, Instant signsFrom, Instant signsUntil, Instant expiresAt) {}

  SigningKeyStore(Jdbi jdbi, KeyCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
  }

  /**
   * Reads all keys, lets the caller add one, and deletes expired ones. One process at a time.
   *
   * @param successor gets the keys, the oldest first, and returns the one to add or null
   */
  List<SigningKey> renew(Instant now, Function<List<SigningKey>, @Nullable SigningKey> successor) {
    return jdbi.inTransaction(handle -> {
      handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
      handle.execute("DELETE FROM signing_keys WHERE expires_at <= ?", now);
      SigningKey added = successor.apply(all(handle));
      if (added != null) {
        insert(handle, added, now);
      }
      return all(handle);
    });
  }

  private List<SigningKey> all(Handle handle) {
    return rows(handle).stream().map(this::read).toList();
  }

  private static List<Row> rows(Handle handle) {
    String sql =
        """
        SELECT kid, private_key, signs_from, signs_until, expires_at
        FROM signing_keys ORDER BY signs_from, kid
        """;
    return handle.createQuery(sql).mapTo(Row.class).list();
  }

  /** Encrypts with the first value of the secret what another value did. */
  void encryptAgain() {
    jdbi.useTransaction(handle -> {
      handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
      encryptAgain(handle);
    });
  }

  private void encryptAgain(Handle handle) {
    for (Row row : rows(handle)) {
      try {
        cipher
            .renew(row.kid(), row.privateKey())
            .ifPresent(sealed ->
                handle.execute(
                    "UPDATE signing_keys SET private_key = ? WHERE kid = ?", sealed, row.kid()));
      } catch (GeneralSecurityException e) {
        throw wrongSecret();
      }
    }
  }

  private void insert(Handle handle, SigningKey key, Instant now) {
    String sql =
        """
        INSERT INTO signing_keys
          (kid, public_jwk, private_key, created_at, signs_from, signs_until, expires_at)
        VALUES (:kid, :public, :private, :now, :from, :until, :expires)
        """;
    String kid = key.key().getKeyID();
    byte[] whole = key.key().toJSONString().getBytes(StandardCharsets.UTF_8);
    handle
        .createUpdate(sql)
        .bind("kid", kid)
        .bind("public", key.key().toPublicJWK().toJSONString())
        .bind("private", cipher.encrypt(kid, whole))
        .bind("now", now)
        .bind("from", key.signsFrom())
        .bind("until", key.signsUntil())
        .bind("expires", key.expiresAt())
        .execute();
  }

  private SigningKey read(Row row) {
    try {
      byte[] whole = cipher.decrypt(row.kid(), row.privateKey());
      return new SigningKey(
          ECKey.parse(new String(whole, StandardCharsets.UTF_8)),
          row.signsFrom(),
          row.signsUntil(),
          row.expiresAt());
    } catch (GeneralSecurityException e) {
      throw wrongSecret();
    } catch (ParseException e) {
      throw new IllegalStateException("The signing key " + row.kid() + " is damaged.", e);
    }
  }

  private static ConfigurationException wrongSecret() {
    return new ConfigurationException(
        "The stored signing keys can't be decrypted: TOUCHSTONE_SIGNING_SECRET is not the secret"
            + " that encrypted them. Restore that secret, or delete all rows of the tables"
            + " signing_keys and totp_factors to start with new keys and without second"
            + " factors.");
  }
}
