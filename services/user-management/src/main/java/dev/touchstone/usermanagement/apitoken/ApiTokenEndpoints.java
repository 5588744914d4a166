package dev.touchstone.usermanagement.apitoken;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of the caller. */
public final class ApiTokenEndpoints implements HttpService {
  private final ApiTokenService tokens;
  private final Authentication authentication;

  public ApiTokenEndpoints(ApiTokenService tokens, Authentication authentication) {
    this.tokens = tokens;
    this.authentication = authentication;
  }

  /** A token on the wire, without its text. */
  record ApiTokenView(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {
    static ApiTokenView of(ApiTokenStore.Stored stored) {
      return new ApiTokenView(
          stored.id().toString(),
          stored.name(),
          stored.scopes(),
          stored.createdAt(),
          stored.expiresAt(),
          stored.lastUsedAt());
    }
  }

  /** The tokens on the wire. */
  record Items(List<ApiTokenView> items) {}

  /** A new token with its text, which is shown once. */
  record Created(String token, ApiTokenView details) {
    @Override
    public String toString() {
      return "API token " + details.id();
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users/me/tokens", this::list)
        .post("/api/v1/users/me/tokens", this::create)
        .delete("/api/v1/users/me/tokens/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    send(
        response,
        Status.OK_200,
        new Items(tokens.list(principal).stream().map(ApiTokenView::of).toList()));
  }

  private void create(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    NewApiToken.Accepted wanted = Json.read(request, NewApiToken.class).accept();
    ApiTokenService.Made made = tokens.create(principal, wanted);
    send(
        response,
        Status.CREATED_201,
        new Created(made.token().value().reveal(), ApiTokenView.of(made.stored())));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    tokens.delete(principal, request.path().pathParameters().get("id"));
    response.status(Status.NO_CONTENT_204).send();
  }

  private static void send(ServerResponse response, Status status, Object body) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, status, body);
  }
}
