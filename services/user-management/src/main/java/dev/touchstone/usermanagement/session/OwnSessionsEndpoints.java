package dev.touchstone.usermanagement.session;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller is signed in. */
public final class OwnSessionsEndpoints implements HttpService {
  private final OwnSessions sessions;
  private final Authentication authentication;

  public OwnSessionsEndpoints(OwnSessions sessions, Authentication authentication) {
    this.sessions = sessions;
    this.authentication = authentication;
  }

  /** A session on the wire. */
  record SessionView(
      String id,
      Instant createdAt,
      Instant lastUsedAt,
      @Nullable String userAgent,
      @Nullable String network,
      boolean isCurrent) {}

  /** All of them. */
  record Listing(List<SessionView> items) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users/me/sessions", this::list)
        .delete("/api/v1/users/me/sessions", this::endOthers)
        .delete("/api/v1/users/me/sessions/{id}", this::end);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    List<SessionView> views =
        sessions.list(principal).stream().map(session -> view(principal, session)).toList();
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, new Listing(views));
  }

  private static SessionView view(Principal principal, OwnSessions.Alive session) {
    String id = session.id().toString();
    return new SessionView(
        id,
        session.createdAt(),
        session.lastUsedAt(),
        session.userAgent(),
        session.network(),
        id.equals(principal.sessionId()));
  }

  private void end(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    UUID id;
    try {
      id = UUID.fromString(request.path().pathParameters().get("id"));
    } catch (IllegalArgumentException e) {
      throw OwnSessions.notFound();
    }
    sessions.end(principal, id);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void endOthers(ServerRequest request, ServerResponse response) {
    sessions.endOthers(authentication.required(request));
    response.status(Status.NO_CONTENT_204).send();
  }
}
