package dev.touchstone.usermanagement.apitoken;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.usermanagement.token.AccessTokens;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Exchanges tokens of programs for access tokens, for the gateway. */
public final class TokenExchangeEndpoints implements HttpService {
  private final ApiTokenService tokens;
  private final InternalAuthentication authentication;

  public TokenExchangeEndpoints(ApiTokenService tokens, InternalAuthentication authentication) {
    this.tokens = tokens;
    this.authentication = authentication;
  }

  /** The body: the token as a program sent it. */
  record Presented(@Nullable String token) {
    @Override
    public String toString() {
      return "API token";
    }
  }

  /** The access token in exchange. */
  record Exchanged(String accessToken, long expiresIn) {
    @Override
    public String toString() {
      return "access token";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/internal/v1/token-exchange", this::exchange);
  }

  private void exchange(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    Presented presented = Json.read(request, Presented.class);
    AccessTokens.Issued issued =
        tokens.exchange(presented.token() == null ? "" : presented.token());
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, new Exchanged(issued.token(), issued.lifetime().toSeconds()));
  }
}
