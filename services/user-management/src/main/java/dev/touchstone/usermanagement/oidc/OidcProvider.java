package dev.touchstone.usermanagement.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What we ask the provider: its configuration once, and tokens for codes. Thread-safe; calls block.
 */
final class OidcProvider {
  private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LARGEST_ANSWER = 1024 * 1024;

  /** Signatures only: {@code none} and those with the client's secret are no proof. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private final OidcConfiguration configuration;
  private volatile @Nullable OIDCProviderMetadata metadata;

  OidcProvider(OidcConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * The address at the provider to send a browser to.
   *
   * @throws OidcRefusal {@code oidc_unavailable}
   */
  URI authorization(PendingSignIn pending) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "email", "profile"),
            new ClientID(configuration.clientId()),
            configuration.redirectUri())
        .endpointURI(metadata().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.codeVerifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Exchanges a code for the identity of whom it was issued for.
   *
   * @throws OidcRefusal {@code oidc_failed} or {@code oidc_unavailable}
   */
  OidcIdentity identity(String code, PendingSignIn pending) {
    try {
      HTTPRequest request =
          new TokenRequest.Builder(
                  metadata().getTokenEndpointURI(),
                  new ClientSecretBasic(
                      new ClientID(configuration.clientId()),
                      new Secret(configuration.clientSecret().reveal())),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code),
                      configuration.redirectUri(),
                      new CodeVerifier(pending.codeVerifier())))
              .build()
              .toHTTPRequest();
      request.setConnectTimeout(TIMEOUT_MILLIS);
      request.setReadTimeout(TIMEOUT_MILLIS);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        log.warn("The provider refused a code: {}", response.toErrorResponse().getErrorObject());
        throw new OidcRefusal("oidc_failed");
      }
      JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      return identity(validated(token, pending.nonce()));
    } catch (IOException e) {
      throw unavailable(e);
    } catch (GeneralException | BadJOSEException | JOSEException e) {
      log.warn("The provider's response is not valid", e);
      throw new OidcRefusal("oidc_failed");
    }
  }

  private IDTokenClaimsSet validated(JWT token, String nonce)
      throws IOException, BadJOSEException, JOSEException {
    if (!(token instanceof SignedJWT signed)
        || !ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
      throw new BadJOSEException("The ID token is not signed with an accepted algorithm.");
    }
    OIDCProviderMetadata provider = metadata();
    return new IDTokenValidator(
            provider.getIssuer(),
            new ClientID(configuration.clientId()),
            signed.getHeader().getAlgorithm(),
            provider.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER))
        .validate(token, new Nonce(nonce));
  }

  private OidcIdentity identity(IDTokenClaimsSet claims) {
    return new OidcIdentity(
        claims.getIssuer().getValue(),
        claims.getSubject().getValue(),
        text(claims, "email"),
        Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
        text(claims, "preferred_username"),
        text(claims, "name"),
        groups(claims));
  }

  private List<String> groups(IDTokenClaimsSet claims) {
    if (configuration.roleClaim().isEmpty()) {
      return List.of();
    }
    return switch (claims.getClaim(configuration.roleClaim())) {
      case String one -> List.of(one);
      case List<?> several ->
          several.stream().filter(Objects::nonNull).map(Object::toString).toList();
      case null, default -> List.of();
    };
  }

  private static String text(IDTokenClaimsSet claims, String name) {
    return Objects.requireNonNullElse(claims.getStringClaim(name), "");
  }

  private OIDCProviderMetadata metadata() {
    OIDCProviderMetadata known = metadata;
    if (known != null) {
      return known;
    }
    try {
      OIDCProviderMetadata found =
          OIDCProviderMetadata.resolve(
              new Issuer(configuration.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      metadata = found;
      return found;
    } catch (GeneralException | IOException e) {
      throw unavailable(e);
    }
  }

  private static OidcRefusal unavailable(Exception e) {
    log.warn("The OpenID Connect provider does not answer", e);
    return new OidcRefusal("oidc_unavailable");
  }
}
