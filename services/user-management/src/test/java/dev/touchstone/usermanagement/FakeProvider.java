package dev.touchstone.usermanagement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID Connect provider that checks what a real one checks, without a page to sign in. */
final class FakeProvider implements AutoCloseable {
  static final String CLIENT = "touchstone-test";
  static final String SECRET = "client-secret-of-this-test-only-0123456789";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Issued> codes = new ConcurrentHashMap<>();

  /** What a code stands for. */
  private record Issued(AuthenticationRequest request, Map<String, ?> claims) {}

  FakeProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lets a person sign in; returns the query with which the browser comes back. */
  String signIn(String authorization, Map<String, ?> claims) {
    try {
      AuthenticationRequest request = AuthenticationRequest.parse(URI.create(authorization));
      String code = new AuthorizationCode().getValue();
      codes.put(code, new Issued(request, claims));
      return "?state=" + request.getState().getValue() + "&code=" + code;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, metadata());
        case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/token" -> token(exchange, body);
        default -> send(exchange, 404, "{}");
      }
    } catch (ParseException | JOSEException e) {
      send(exchange, 400, "{\"error\":\"invalid_request\"}");
    }
  }

  private String metadata() {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(issuer()), List.of(SubjectType.PUBLIC), issuer().resolve("/keys"));
    metadata.setAuthorizationEndpointURI(issuer().resolve("/authorize"));
    metadata.setTokenEndpointURI(issuer().resolve("/token"));
    metadata.applyDefaults();
    return metadata.toJSONObject().toString();
  }

  private void token(HttpExchange exchange, String body)
      throws IOException, ParseException, JOSEException {
    HTTPRequest http = new HTTPRequest(HTTPRequest.Method.POST, issuer().resolve("/token"));
    http.setContentType("application/x-www-form-urlencoded");
    http.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
    http.setBody(body);
    TokenRequest request = TokenRequest.parse(http);
    ClientSecretBasic client = (ClientSecretBasic) request.getClientAuthentication();
    AuthorizationCodeGrant grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
    Issued issued = codes.remove(grant.getAuthorizationCode().getValue());
    boolean right =
        client.getClientID().getValue().equals(CLIENT)
            && client.getClientSecret().getValue().equals(SECRET)
            && issued != null
            && issued.request().getRedirectionURI().equals(grant.getRedirectionURI())
            && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                .equals(issued.request().getCodeChallenge());
    if (issued == null || !right) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    OIDCTokens tokens = new OIDCTokens(idToken(issued), new BearerAccessToken(), null);
    send(exchange, 200, new OIDCTokenResponse(tokens).toJSONObject().toString());
  }

  private SignedJWT idToken(Issued issued) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience(CLIENT)
            .claim("nonce", issued.request().getNonce().getValue())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    issued.claims().forEach(claims::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
    token.sign(new RSASSASigner(key));
    return token;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
