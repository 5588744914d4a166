package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;

/** The list of ended sessions, for the services that verify tokens. */
public final class RevocationEndpoints implements HttpService {
  /** Callers that are further behind ask again. */
  private static final int LIMIT = 5000;

  private final SessionService sessions;
  private final InternalAuthentication authentication;

  /** Serves the ended sessions to callers with the internal token. */
  public RevocationEndpoints(SessionService sessions, InternalAuthentication authentication) {
    this.sessions = sessions;
    this.authentication = authentication;
  }

  /** One ended session on the wire. */
  record RevocationView(String sessionId, Instant revokedAt) {}

  /** The response; the next request continues at the cursor. */
  record Batch(List<RevocationView> revoked, String cursor) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/internal/v1/revocations", this::revocations);
  }

  private void revocations(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    long since = place(request.query().first("since").orElse("0"));
    List<Revocation> found = sessions.revokedSince(since, LIMIT);
    long cursor = found.isEmpty() ? since : found.getLast().place();
    List<RevocationView> views =
        found.stream()
            .map(revocation ->
                new RevocationView(revocation.sessionId().toString(), revocation.revokedAt()))
            .toList();
    Json.send(response, new Batch(views, Long.toString(cursor)));
  }

  private static long place(String since) {
    try {
      return Long.parseLong(since);
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
