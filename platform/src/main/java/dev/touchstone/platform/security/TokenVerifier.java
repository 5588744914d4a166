package dev.touchstone.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.touchstone.platform.http.ProblemException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Verifies access tokens: ES256, issued by and for {@code touchstone}, not expired, session not
 * revoked. Keys come from user management's JWKS and are cached, so it may be down for a while.
 * Thread-safe.
 */
public final class TokenVerifier {
  /** Issuer and audience of our tokens. */
  public static final String ISSUER = "touchstone";

  private static final int CLOCK_SKEW_SECONDS = 5;

  /** How long cached keys are used while user management is down. */
  private static final long OUTAGE_MILLIS = 4 * 60 * 60 * 1000L;

  private static final int CONNECT_MILLIS = 2_000;

  /** A class that signs in at once keeps user management busy for seconds. */
  private static final int READ_MILLIS = 10_000;

  /** Tokens of unknown keys cause no more fetches, and after one that failed all tokens wait. */
  private static final long BETWEEN_FETCHES_MILLIS = 1_000;

  /**
   * A signature takes longer to verify than most requests take to answer, so tokens are known for
   * some time. Short, since keys can be withdrawn.
   */
  private static final Duration KNOWN = Duration.ofMinutes(1);

  /** About 200 bytes each. */
  private static final int MOST_KNOWN = 10_000;

  private final Cache<ByteBuffer, Verified> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(KNOWN).build();

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final JWKSource<SecurityContext> keys;
  private final Revocations revocations;

  /** Verifies with the given keys. */
  public TokenVerifier(JWKSource<SecurityContext> keys, Revocations revocations) {
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            ISSUER,
            new JWTClaimsSet.Builder().issuer(ISSUER).build(),
            Set.of("sub", "exp", "iat", "username", "role", "sid"));
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier(claims);
    this.keys = keys;
    this.revocations = revocations;
  }

  /** Verifies with the keys that user management publishes; fetched at the first token. */
  public static TokenVerifier remote(URI userManagement, Revocations revocations) {
    URL jwks = url(userManagement.resolve("/.well-known/jwks.json"));
    return new TokenVerifier(
        JWKSourceBuilder.create(jwks, new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS))
            .rateLimited(BETWEEN_FETCHES_MILLIS)
            .retrying(true)
            .outageTolerant(OUTAGE_MILLIS)
            .build(),
        revocations);
  }

  /**
   * Verifies a token.
   *
   * @throws ProblemException 401 {@code token_expired} or {@code token_invalid}, or 503 {@code
   *     unavailable} while the keys cannot be fetched
   */
  public Principal verify(String token) {
    ByteBuffer digest = digest(token);
    Verified verified = known.getIfPresent(digest);
    if (verified == null) {
      verified = verified(claims(token));
      known.put(digest, verified);
    } else if (verified.isExpired()) {
      throw expired();
    }
    if (revocations.contains(verified.principal().sessionId())) {
      throw ProblemException.unauthenticated(
          "token_revoked", "This session has ended. Sign in again.");
    }
    return verified.principal();
  }

  /** A token whose signature was right. */
  private record Verified(Principal principal, Instant expiresAt) {
    boolean isExpired() {
      return Instant.now().isAfter(expiresAt.plusSeconds(CLOCK_SKEW_SECONDS));
    }
  }

  private static Verified verified(JWTClaimsSet claims) {
    try {
      return new Verified(
          new Principal(
              Long.parseLong(claims.getSubject()),
              claims.getStringClaim("username"),
              Role.of(claims.getStringClaim("role")).orElseThrow(TokenVerifier::invalid),
              claims.getStringClaim("sid"),
              Scopes.ofClaim(claims.getStringClaim("scope"))),
          claims.getExpirationTime().toInstant());
    } catch (ParseException | NumberFormatException e) {
      throw invalid();
    }
  }

  /** The tokens themselves are secrets, and large. */
  private static ByteBuffer digest(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private JWTClaimsSet claims(String token) {
    try {
      return processor.process(token, null);
    } catch (ExpiredJWTException e) {
      throw expired();
    } catch (RemoteKeySourceException | JWKSetUnavailableException e) {
      throw unavailable();
    } catch (RateLimitReachedException e) {
      // The keys were fetched a moment ago. Either this token's is not among them, or that failed.
      throw hasKeys() ? invalid() : unavailable();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw invalid();
    }
  }

  private boolean hasKeys() {
    try {
      return !keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).isEmpty();
    } catch (KeySourceException e) {
      return false;
    }
  }

  private static ProblemException expired() {
    return ProblemException.unauthenticated(
        "token_expired", "The access token has expired. Refresh it or sign in again.");
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable("Tokens cannot be checked right now. Try again soon.");
  }

  private static ProblemException invalid() {
    return ProblemException.unauthenticated(
        "token_invalid", "The access token is not valid. Sign in again.");
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
