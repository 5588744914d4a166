package dev.touchstone.usermanagement.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.TokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Issues access tokens: JWTs signed with ES256, as every service verifies them. Thread-safe. */
public final class AccessTokens {
  private final SigningKeys keys;
  private final Duration lifetime;
  private final Clock clock;

  /** Issues tokens that live for the given time. */
  public AccessTokens(SigningKeys keys, Duration lifetime, Clock clock) {
    this.keys = keys;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** How long a token lives. */
  public Duration lifetime() {
    return lifetime;
  }

  /** A token and how long it lives. */
  public record Issued(String token, Duration lifetime) {
    @Override
    public String toString() {
      return "access token";
    }
  }

  /** Issues a token. */
  public String issue(Principal principal) {
    return issue(principal, lifetime).token();
  }

  /** Issues a token that does not outlive the given time. */
  public Issued issueUntil(Principal principal, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return issue(principal, left.compareTo(lifetime) < 0 ? left : lifetime);
  }

  private Issued issue(Principal principal, Duration granted) {
    ECKey key = keys.current();
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(TokenVerifier.ISSUER)
            .audience(TokenVerifier.ISSUER)
            .subject(Long.toString(principal.userId()))
            .claim("username", principal.username())
            .claim("role", principal.role().wireName())
            .claim("sid", principal.sessionId())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(granted)));
    principal.scopes().claim().ifPresent(scope -> claims.claim("scope", scope));
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("Signing failed.", e);
    }
    return new Issued(token.serialize(), granted);
  }
}
