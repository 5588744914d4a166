package dev.touchstone.exercises.authoring;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.OptionalInt;

/** The differences of revisions, and their return, for authors. */
public final class RevisionEndpoints implements HttpService {
  private final RevisionService revisions;
  private final Authentication authentication;

  public RevisionEndpoints(RevisionService revisions, Authentication authentication) {
    this.revisions = revisions;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/exercises/{id}/revisions/{revision}/changes", this::changes)
        .post("/api/v1/exercises/{id}/revisions/{revision}/restore", this::restore);
  }

  private void changes(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    String since = request.query().first("since").orElse("");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        revisions.changes(
            by,
            id(request),
            revision(request),
            since.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(since))));
  }

  private void restore(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    PublishedView published = revisions.restore(by, id(request), revision(request), expected);
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, published.entityTag());
    Json.send(response, published);
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static int revision(ServerRequest request) {
    return number(request.path().pathParameters().get("revision"));
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // as one that does not exist
    }
    throw PackageService.noRevision();
  }
}
