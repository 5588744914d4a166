package dev.touchstone.usermanagement.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.touchstone.platform.config.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign access tokens. Each signs for {@link #SIGNING}; its successor is published
 * {@link #OVERLAP} before it takes over, and it stays published as long after, so that every
 * verifier that refreshes its copy within that time knows every key in use.
 *
 * <p>All processes share the keys through the database; each calls {@link #refresh} every minute.
 * Thread-safe.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {
  static final Duration SIGNING = Duration.ofDays(30);

  /** Longer than the lifetime of a token and of verifiers' copies, which are minutes. */
  static final Duration OVERLAP = Duration.ofHours(2);

  private final SigningKeyStore store;
  private final Clock clock;
  private volatile List<SigningKey> keys = List.of();

  /**
   * Prepares the keys; {@link #refresh} loads them.
   *
   * @param secret encrypts the private keys in the database
   */
  public SigningKeys(Jdbi jdbi, Secret secret, Clock clock) {
    this.store = new SigningKeyStore(jdbi, new KeyCipher(secret, "signing keys"));
    this.clock = clock;
  }

  /** Reads the keys, and creates the next one when it is due. */
  public void refresh() {
    Instant now = clock.instant();
    keys = store.renew(now, existing -> successor(existing, now));
  }

  /** Encrypts the stored keys with the first value of the secret, if another value did. */
  public void encryptAgain() {
    store.encryptAgain();
  }

  /** The key to sign with now. */
  ECKey current() {
    return signing()
        .or(() -> {
          // A machine that slept for weeks wakes up before the next run of the periodic tasks.
          refresh();
          return signing();
        })
        .orElseThrow(() -> new IllegalStateException("No signing key is valid now."))
        .key();
  }

  private Optional<SigningKey> signing() {
    Instant now = clock.instant();
    return keys.stream().filter(key -> key.signsAt(now)).findFirst();
  }

  /** The public keys that verify tokens. */
  JWKSet published() {
    return new JWKSet(keys.stream().<JWK>map(key -> key.key().toPublicJWK()).toList());
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(published());
  }

  private static @Nullable SigningKey successor(List<SigningKey> existing, Instant now) {
    if (existing.isEmpty() || !existing.getLast().signsUntil().isAfter(now)) {
      return startingAt(now);
    }
    Instant end = existing.getLast().signsUntil();
    return end.isAfter(now.plus(OVERLAP)) ? null : startingAt(end);
  }

  private static SigningKey startingAt(Instant from) {
    Instant until = from.plus(SIGNING);
    return new SigningKey(generate(), from, until, until.plus(OVERLAP));
  }

  /** Creates a key pair for ES256; its id is the thumbprint of RFC 7638. */
  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("The JDK can't create keys on the curve P-256.", e);
    }
  }
}
