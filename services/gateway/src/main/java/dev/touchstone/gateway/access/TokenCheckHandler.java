package dev.touchstone.gateway.access;

import dev.touchstone.gateway.edge.RequestTrace;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.gateway.routing.TokenRequirement;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.ApiToken;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.TokenVerifier;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Refuses invalid, expired and revoked tokens, and requests without one where the route requires
 * it. The services decide what a role may do, and check the token again.
 */
public final class TokenCheckHandler extends Handler.Wrapper {
  private static final String SCHEME = "Bearer ";
  private static final String PRINCIPAL = Principal.class.getName();

  /** Of the access token that stands for the API token of the request. */
  private static final String EXCHANGED = ApiTokenExchange.class.getName();

  private final TokenVerifier verifier;
  private final ApiTokenExchange exchange;

  /** Checks with the given verifier, API tokens after their exchange. */
  public TokenCheckHandler(TokenVerifier verifier, ApiTokenExchange exchange, Handler next) {
    super(next);
    this.verifier = verifier;
    this.exchange = exchange;
  }

  /** Who is calling, empty for callers without a token. */
  public static Optional<Principal> principal(Request request) {
    return Optional.ofNullable((@Nullable Principal) request.getAttribute(PRINCIPAL));
  }

  /** The access token that services get in place of the API token of the request, if it has one. */
  public static Optional<String> exchanged(Request request) {
    return Optional.ofNullable((@Nullable String) request.getAttribute(EXCHANGED));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    try {
      check(request);
    } catch (ProblemException e) {
      Problems.write(request, response, callback, e);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private void check(Request request) {
    TokenRequirement requirement = Route.of(request).token(request.getMethod());
    if (requirement == TokenRequirement.IGNORED) {
      return;
    }
    Optional<String> token = bearer(request);
    if (token.isPresent()) {
      Principal caller = verifier.verify(accessToken(request, token.get()));
      request.setAttribute(PRINCIPAL, caller);
      RequestTrace.user(request, caller.userId());
    } else if (requirement == TokenRequirement.REQUIRED) {
      throw ProblemException.unauthenticated();
    }
  }

  private String accessToken(Request request, String bearer) {
    if (!ApiToken.isMeant(bearer)) {
      return bearer;
    }
    String accessToken = exchange.accessToken(bearer);
    request.setAttribute(EXCHANGED, accessToken);
    return accessToken;
  }

  private static Optional<String> bearer(Request request) {
    List<String> values = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String value = values.getFirst();
    // Of two headers, another program could read the other one.
    if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw ProblemException.unauthenticated();
    }
    return Optional.of(value.substring(SCHEME.length()).strip());
  }
}
