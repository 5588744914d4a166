package dev.touchstone.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.touchstone.platform.security.Revocations;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platform.security.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signs access tokens as user management does, with a key of its own. Thread-safe. */
public final class TestTokens {
  private final ECKey key;

  /** Makes a key. */
  public TestTokens() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token for ten minutes; its session is named {@code session-<userId>}. */
  public String token(long userId, String username, Role role) {
    return token(userId, username, role, Instant.now().plus(Duration.ofMinutes(10)));
  }

  /** A token that expires at the given time, which may be past. */
  public String token(long userId, String username, Role role, Instant expiry) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(TokenVerifier.ISSUER)
            .audience(TokenVerifier.ISSUER)
            .subject(Long.toString(userId))
            .claim("username", username)
            .claim("role", role.wireName())
            .claim("sid", "session-" + userId)
            .issueTime(Date.from(expiry.minus(Duration.ofMinutes(10))))
            .expirationTime(Date.from(expiry))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  /** Verifies the tokens signed here; none is revoked. */
  public TokenVerifier verifier() {
    return verifier(Revocations.none());
  }

  /** Verifies the tokens signed here. */
  public TokenVerifier verifier(Revocations revocations) {
    return new TokenVerifier(new ImmutableJWKSet<>(new JWKSet(key)), revocations);
  }

  /** The public key as user management publishes it. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }
}
