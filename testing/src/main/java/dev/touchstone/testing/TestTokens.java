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
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signs access tokens as user management does, with its own key. Thread-safe. */
public final class TestTokens {
  /** The issuer and audience that every service expects. */
  private static final String ISSUER = "touchstone";

  private final ECKey key;

  /** Makes a key. */
  public TestTokens() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A token for ten minutes; its session is named {@code session-<userId>}.
   *
   * @param role the name on the wire, such as {@code learner}
   */
  public String token(long userId, String username, String role) {
    return token(userId, username, role, Instant.now().plus(Duration.ofMinutes(10)));
  }

  /** A token that expires at the given time, which may be in the past. */
  public String token(long userId, String username, String role, Instant expiry) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(ISSUER)
            .subject(Long.toString(userId))
            .claim("username", username)
            .claim("role", role)
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

  /** The keys that verify the tokens signed here. */
  public JWKSource<SecurityContext> keySource() {
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  /** The public key as user management publishes it. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }
}
